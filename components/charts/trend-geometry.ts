import { type Frame, round, type Scale, ticksOf } from "./frame";

/** 一条折线：每点一个百分数，没有的为空。 */
export interface TrendSeries {
  name: string;
  values: readonly (number | undefined)[];
}

export interface TrendPoint {
  x: number;
  y: number;
}

export interface DrawnSeries {
  name: string;
  points: TrendPoint[];
  /** 断开的地方另起一段。 */
  path: string;
  /** 线尾的名称与最后一个值。 */
  end: (TrendPoint & { value: number }) | undefined;
}

export interface Trend extends Scale {
  series: DrawnSeries[];
}

const STEP = 20;
/** 两条线尾的字各占两行。 */
const LABEL_HEIGHT = 34;

/** 纵轴：从最低的往下取整二十，至少到一百。 */
export function axisOf(values: readonly number[]): number[] {
  const lowest = Math.min(60, ...values.map((value) => Math.floor(value / STEP) * STEP));
  const highest = Math.max(100, ...values.map((value) => Math.ceil(value / STEP) * STEP));
  return Array.from({ length: (highest - lowest) / STEP + 1 }, (_, index) => lowest + index * STEP);
}

/** 折线图的各点在画面上的位置；labels 是横轴。 */
export function drawTrend(series: readonly TrendSeries[], labels: readonly string[], frame: Frame): Trend {
  const axis = axisOf(series.flatMap(({ values }) => values.flatMap((value) => (value === undefined ? [] : [value]))));
  const [low = 0, high = 100] = [axis[0], axis.at(-1)];
  const across = frame.width - frame.left - frame.right;
  const down = frame.height - frame.top - frame.bottom;
  const x = (index: number): number => round(frame.left + (labels.length < 2 ? across / 2 : (across * index) / (labels.length - 1)));
  const y = (value: number): number => round(frame.top + down * (1 - (value - low) / (high - low)));
  return {
    axis: axis.map((value) => ({ value, y: y(value) })),
    ticks: ticksOf(labels, frame.labels, x),
    series: apart(series.map((one) => draw(one, x, y))),
  };
}

function draw({ name, values }: TrendSeries, x: (index: number) => number, y: (value: number) => number): DrawnSeries {
  const placed = values.map((value, index) => (value === undefined ? undefined : { x: x(index), y: y(value), value }));
  const path = placed.map((point, index) => (point ? `${placed[index - 1] ? "L" : "M"}${point.x} ${point.y}` : "")).join("");
  const points = placed.flatMap((point) => point ?? []);
  return { name, path, points: points.map(({ x: across, y: down }) => ({ x: across, y: down })), end: points.at(-1) };
}

/** 线尾的字挤在一起时上下错开。 */
function apart(series: DrawnSeries[]): DrawnSeries[] {
  const [first, second] = series.toSorted((a, b) => (a.end?.y ?? 0) - (b.end?.y ?? 0));
  if (!first?.end || !second?.end) return series;
  const short = LABEL_HEIGHT - (second.end.y - first.end.y);
  if (short <= 0) return series;
  const moved = { ...second, end: { ...second.end, y: second.end.y + short } };
  return series.map((one) => (one === second ? moved : one));
}
