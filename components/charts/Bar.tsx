import { useId } from "react";

/** 表里的一根长条；数字就在旁边，读屏不必听它。hatched 加斜纹：黑白打印、分不清颜色时也认得出。 */
export function Bar({ share, hatched }: { share: number; hatched?: boolean }) {
  const pattern = useId();
  const width = `${(share * 100).toFixed(1)}%`;
  return (
    <svg aria-hidden="true">
      {hatched && (
        <defs>
          <pattern id={pattern} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line className="hatch" x1="0" x2="0" y1="0" y2="6" /></pattern>
        </defs>
      )}
      <rect width={width} height="14" />
      {hatched && <rect width={width} height="14" fill={`url(#${pattern})`} className="over" />}
    </svg>
  );
}
