import { type Frame, round, type Scale, ticksOf } from "./frame";

/** 一种结果：各月的件数。 */
export interface StackSeries {
  name: string;
  values: readonly number[];
}

export interface StackPart {
  /** 第几种结果。 */
  series: number;
  y: number;
  height: number;
}

export interface StackColumn {
  x: number;
  width: number;
  total: number;
  /** 柱顶，写合计的地方。 */
  top: number;
  parts: StackPart[];
}

export interface Stack extends Scale {
  columns: StackColumn[];
}

const STEPS = 4;
/** 柱宽占一格的多少，至多这么宽。 */
const FILLED = 0.62;
const WIDEST = 44;

/** 纵轴的一步：1、2、5 乘十的幂，四步之内装得下最高的。 */
export function stepOf(highest: number): number {
  const least = Math.max(1, highest / STEPS);
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 5, 10].map((times) => times * power).find((step) => step >= least) ?? 10 * power;
}

/** 堆叠柱图在画面上的位置：每月一柱，由下往上各种结果。 */
export function drawStack(series: readonly StackSeries[], labels: readonly string[], frame: Frame): Stack {
  const totals = labels.map((_, index) => series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0));
  const step = stepOf(Math.max(0, ...totals));
  const highest = step * Math.max(1, Math.ceil(Math.max(0, ...totals) / step));
  const down = frame.height - frame.top - frame.bottom;
  const cell = (frame.width - frame.left - frame.right) / Math.max(1, labels.length);
  const width = round(Math.min(WIDEST, cell * FILLED));
  const y = (value: number): number => round(frame.top + down * (1 - value / highest));
  const middle = (index: number): number => round(frame.left + cell * (index + 0.5));
  return {
    axis: Array.from({ length: highest / step + 1 }, (_, index) => ({ value: index * step, y: y(index * step) })),
    columns: totals.map((total, index) => ({ x: round(middle(index) - width / 2), width, total, top: y(total), parts: partsOf(series.map(({ values }) => values[index] ?? 0), y) })),
    ticks: ticksOf(labels, frame.labels, middle),
  };
}

function partsOf(values: readonly number[], y: (value: number) => number): StackPart[] {
  let below = 0;
  return values.flatMap((value, series) => {
    const [bottom, top] = [y(below), y(below + value)];
    below += value;
    return value === 0 ? [] : [{ series, y: top, height: round(bottom - top) }];
  });
}
