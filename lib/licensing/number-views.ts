/** 一种编号：样式、用到几号、下一个。 */
export interface NumberFormat {
  name: string;
  pattern: string;
  /** 已取到几号；没有取过的为 0。 */
  last: number;
  next: string;
  /** 何时重新从一开始。 */
  restarts: string;
  note: string;
}
