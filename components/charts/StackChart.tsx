import { useId } from "react";
import type { Frame } from "./frame";
import { Axes, Plot } from "./Plot";
import { drawStack, type Stack, type StackSeries } from "./stack-geometry";

export interface StackChartProps {
  /** 这张图是什么，连同期间：读屏先听到它。 */
  about: string;
  /** 至多四种，由下往上；花纹各不相同。 */
  series: readonly StackSeries[];
  labels: readonly string[];
  head: string;
}

const desk: Frame = { width: 640, height: 250, left: 40, right: 8, top: 20, bottom: 26, labels: 12 };
const phone: Frame = { width: 320, height: 230, left: 36, right: 4, top: 20, bottom: 26, labels: 6 };

/** 柱太窄时合计写不下，看数据表。 */
const ROOM_FOR_TOTAL = 18;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** 堆叠柱图：每种结果花纹不同，不靠颜色也分得清；同样的数另有一张表。手机另画一张，字不缩小。 */
export function StackChart({ about, series, labels, head }: StackChartProps) {
  const said = `${about}：${series.map(({ name, values }) => `${name} ${sum(values)}`).join("，")}`;
  return (
    <>
      <ul className="legend">
        {series.map(({ name, values }, index) => (
          <li key={name}><svg aria-hidden="true" viewBox="0 0 16 12"><Part index={index} x={0.5} y={0.5} width={15} height={11} /></svg>{name} <span className="num">{sum(values)}</span></li>
        ))}
      </ul>
      <Plot said={said} desk={desk} phone={phone} draw={(frame) => <Drawing stack={drawStack(series, labels, frame)} frame={frame} />} />
      <details>
        <summary>看数据表</summary>
        <table className="tbl">
          <caption className="sr">{about}</caption>
          <thead>
            <tr><th scope="col">{head}</th>{series.map(({ name }) => <th key={name} scope="col" className="num">{name}</th>)}<th scope="col" className="num">合计</th></tr>
          </thead>
          <tbody>
            {labels.map((label, index) => (
              <tr key={label}>
                <th scope="row" className="nowrap">{label}</th>
                {series.map(({ name, values }) => <td key={name} className="num">{values[index] ?? 0}</td>)}
                <td className="num">{sum(series.map(({ values }) => values[index] ?? 0))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

function Drawing({ stack, frame }: { stack: Stack; frame: Frame }) {
  return (
    <>
      <Axes scale={stack} frame={frame} />
      {stack.columns.map(({ x, width, total, top, parts }) => (
        <g key={x}>
          {parts.map(({ series, y, height }) => <Part key={series} index={series} x={x} y={y} width={width} height={height} />)}
          {total > 0 && width >= ROOM_FOR_TOTAL && <text className="k" x={x + width / 2} y={top - 5} textAnchor="middle">{total}</text>}
        </g>
      ))}
    </>
  );
}

/** 第一种实心，第二种斜纹，第三种圆点，第四种空心。 */
function Part({ index, ...place }: { index: number; x: number; y: number; width: number; height: number }) {
  const pattern = useId();
  return (
    <>
      <rect className={`s${index + 1}`} {...place} />
      {(index === 1 || index === 2) && (
        <>
          <defs>
            {index === 1
              ? <pattern id={pattern} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line className="hatch" x1="0" x2="0" y1="0" y2="6" /></pattern>
              : <pattern id={pattern} width="5" height="5" patternUnits="userSpaceOnUse"><circle className="spot" cx="2.5" cy="2.5" r="1.3" /></pattern>}
          </defs>
          <rect fill={`url(#${pattern})`} {...place} />
        </>
      )}
    </>
  );
}
