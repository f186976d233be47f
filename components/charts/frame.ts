/** 一张图的画面，以及四边留给字的宽度。 */
export interface Frame {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** 横轴至多写几个标签。 */
  labels: number;
}

/** 纵轴的一格与横轴的一个标签。 */
export interface Scale {
  axis: { value: number; y: number }[];
  ticks: { label: string; x: number }[];
}

/** 画面上的位置写到十分之一。 */
export const round = (value: number): number => Math.round(value * 10) / 10;

/** 横轴的标签；太密时隔几个写一个，末一个总写。 */
export function ticksOf(labels: readonly string[], most: number, x: (index: number) => number): Scale["ticks"] {
  const every = Math.max(1, Math.ceil(labels.length / most));
  return labels.map((label, index) => ({ label, x: x(index) })).filter((_, index) => (labels.length - 1 - index) % every === 0);
}
