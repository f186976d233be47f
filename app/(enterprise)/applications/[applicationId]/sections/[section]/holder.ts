import type { ComponentType, ReactNode } from "react";

/** 随需要的代码一起载入的声明，交给里面的组件。 */
export type Holder<T> = ComponentType<{ children: (held: T) => ReactNode }>;

export const holding =
  <T>(held: T): Holder<T> =>
  ({ children }) =>
    children(held);
