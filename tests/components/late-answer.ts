/** 迟到的答复：什么时候到由测试说了算。 */
export function lateAnswer<T>(): { promise: Promise<T>; arrive: (answer: T) => void } {
  let arrive: (answer: T) => void = () => undefined;
  const promise = new Promise<T>((resolve) => {
    arrive = resolve;
  });
  return { promise, arrive };
}
