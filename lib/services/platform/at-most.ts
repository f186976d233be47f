/** 同时至多 limit 个在跑，其余排队。 */
export function atMost(limit: number): <T>(run: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (run) => {
    if (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await run();
    } finally {
      const next = waiting.shift();
      // 名额直接交给下一个，不先放回去
      if (next) next();
      else running -= 1;
    }
  };
}
