import { noFigure } from "@/lib/evaluation/figures/indicators";
import type { Frame } from "./frame";
import { Axes, Plot } from "./Plot";
import { drawTrend, type Trend, type TrendSeries } from "./trend-geometry";

export interface TrendChartProps {
  /** 这张图是什么，连同期间：读屏先听到它。 */
  about: string;
  series: readonly TrendSeries[];
  /** 横轴，各点一个。 */
  labels: readonly string[];
  /** 数据表第一栏的名称。 */
  head: string;
}

const desk: Frame = { width: 640, height: 250, left: 36, right: 66, top: 12, bottom: 26, labels: 12 };
const phone: Frame = { width: 320, height: 230, left: 36, right: 66, top: 12, bottom: 26, labels: 6 };

const written = (value: number | undefined): string => (value === undefined ? noFigure : `${value.toFixed(1)}%`);

/** 走势图：两条线虚实、点形不同，线尾写名称；同样的数另有一张表。手机另画一张，字不缩小。 */
export function TrendChart({ about, series, labels, head }: TrendChartProps) {
  const said = `${about}：${series.map(inWords).join("，")}`;
  return (
    <>
      <Plot said={said} desk={desk} phone={phone} draw={(frame) => <Drawing trend={drawTrend(series, labels, frame)} frame={frame} />} />
      <details>
        <summary>看数据表</summary>
        <table className="tbl">
          <caption className="sr">{about}</caption>
          <thead>
            <tr><th scope="col">{head}</th>{series.map(({ name }) => <th key={name} scope="col" className="num">{name}</th>)}</tr>
          </thead>
          <tbody>
            {labels.map((label, index) => (
              <tr key={label}><th scope="row">{label}</th>{series.map(({ name, values }) => <td key={name} className="num">{written(values[index])}</td>)}</tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

function inWords({ name, values }: TrendSeries): string {
  const known = values.flatMap((value) => value ?? []);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return `${name}没有数据`;
  if (known.length === 1) return `${name} ${written(first)}`;
  const way = last > first ? "升到" : last < first ? "降到" : "仍为";
  return `${name}由 ${written(first)} ${way} ${written(last)}`;
}

/** 第一条实线圆点，第二条虚线方框。 */
function Drawing({ trend, frame }: { trend: Trend; frame: Frame }) {
  const [first, second] = trend.series;
  return (
    <>
      <Axes scale={trend} frame={frame} />
      {second && <path className="b" d={second.path} />}
      {first && <path className="a" d={first.path} />}
      {second?.points.map(({ x, y }) => <rect key={x} className="pb2" x={x - 3} y={y - 3} width="6" height="6" />)}
      {first?.points.map(({ x, y }) => <circle key={x} className="pa" cx={x} cy={y} r="3.2" />)}
      {trend.series.map(({ name, end }) => end && (
        <g key={name}>
          <text className="k" x={frame.width - frame.right + 10} y={end.y + 4}>{name}</text>
          <text x={frame.width - frame.right + 10} y={end.y + 20}>{written(end.value)}</text>
        </g>
      ))}
    </>
  );
}
