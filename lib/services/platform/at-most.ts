/**
 * 同时至多 limit 个在跑，其余排队。
 * @param restMs 一个做完到下一个开始之间歇多久：全占处理器的活，中间要让别的请求走几步
 */
export function atMost(limit: number, restMs = 0): <T>(run: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  // 名额直接交给下一个，不先放回去
  const handOver = (): void => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };
  return async (run) => {
    if (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await run();
    } finally {
      if (restMs > 0) setTimeout(handOver, restMs);
      else handOver();
    }
  };
}
