import type { ReactNode } from "react";
import type { Frame, Scale } from "./frame";

/** 一张图画两遍：宽屏与手机各一张，字不缩小。said 是读屏听到的。 */
export function Plot({ said, desk, phone, draw }: { said: string; desk: Frame; phone: Frame; draw: (frame: Frame) => ReactNode }) {
  return [{ frame: desk, where: "wide-only" }, { frame: phone, where: "phone-only" }].map(({ frame, where }) => (
    <svg key={where} className={where} viewBox={`0 0 ${frame.width} ${frame.height}`} role="img" aria-label={said}>{draw(frame)}</svg>
  ));
}

/** 纵轴的横线与数，横轴的标签。 */
export function Axes({ scale, frame }: { scale: Scale; frame: Frame }) {
  return (
    <>
      {scale.axis.map(({ value, y }) => (
        <g key={value}>
          <line className="ax" x1={frame.left} x2={frame.width - frame.right} y1={y} y2={y} />
          <text x={frame.left - 8} y={y + 4} textAnchor="end">{value}</text>
        </g>
      ))}
      {scale.ticks.map(({ label, x }) => <text key={label} x={x} y={frame.height - 6} textAnchor="middle">{label}</text>)}
    </>
  );
}
