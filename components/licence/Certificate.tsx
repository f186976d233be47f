import type { CertificateFace } from "@/lib/licensing/licence/certificate";

/** 二维码的黑格；画成一条路径，多大都清楚。 */
export interface QrDrawing {
  size: number;
  dark: readonly { x: number; y: number }[];
}

/** 证照的图：屏幕、手机、打印同一张；任何主题下都是白纸黑字。 */
export function Certificate({ face, qr }: { face: CertificateFace; qr: QrDrawing }) {
  const margin = 2;
  const side = qr.size + margin * 2;
  return (
    <div className="certbox">
      <article className="cert" data-theme="light" aria-label={`${face.title}${face.copy}`}>
        <p className="no">许可证编号：<b>{face.number}</b></p>
        <h2>{face.title}</h2>
        <p className="kind">（{face.copy}）</p>
        <dl>
          {face.lines.map(({ label, value }) => [<dt key={label}>{label}</dt>, <dd key={`${label}-value`}>{value}</dd>])}
        </dl>
        <div className="qr">
          <svg viewBox={`${-margin} ${-margin} ${side} ${side}`} role="img" aria-label="查验二维码">
            <path d={`M${-margin} ${-margin}h${side}v${side}h-${side}z`} className="fill-paper" />
            <path d={qr.dark.map(({ x, y }) => `M${x} ${y}h1v1h-1z`).join("")} className="fill-ink" />
          </svg>
          扫码查验
        </div>
        <p className="fine">{face.footnotes.map((line) => <span key={line}>{line}<br /></span>)}</p>
        <Seal issuer={face.issuer} />
        <div className="issuer">发证机关：{face.issuer}<br />发证日期：{face.issuedOn}</div>
      </article>
    </div>
  );
}

/** 样章：电子印章由签章系统加盖，不在本系统之内。 */
function Seal({ issuer }: { issuer: string }) {
  return (
    <div className="seal">
      <svg viewBox="0 0 200 200" role="img" aria-label={`印章位置：${issuer}（样章）`}>
        <circle cx="100" cy="100" r="94" fill="none" stroke="currentColor" strokeWidth="5" />
        <path d="M100 66l8.2 25.2h26.5l-21.4 15.6 8.2 25.2-21.5-15.6-21.5 15.6 8.2-25.2-21.4-15.6h26.5z" fill="currentColor" />
        <path id="seal-arc" d="M31 116A70 70 0 1 1 169 116" fill="none" />
        <text fontSize="21" fontWeight="700" fill="currentColor" letterSpacing="3.2">
          <textPath href="#seal-arc" startOffset="50%" textAnchor="middle">{issuer}</textPath>
        </text>
        <text x="100" y="170" textAnchor="middle" fontSize="16" fill="currentColor" letterSpacing="4">样章</text>
      </svg>
    </div>
  );
}
