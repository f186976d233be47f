import { noticeParagraphs } from "@/lib/licensing/announcements";

/** 通知公告的正文：只有段落与网址，别的一律按文字显示。 */
export function NoticeBody({ body }: { body: string }) {
  return (
    <div className="stack">
      {noticeParagraphs(body).map((pieces, index) => (
        <p key={index}>
          {pieces.map(({ text, href }, at) => (href ? <a key={at} className="web-address" href={href} rel="noopener noreferrer">{text}</a> : <span key={at}>{text}</span>))}
        </p>
      ))}
    </div>
  );
}
