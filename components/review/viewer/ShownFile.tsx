"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { fileHref, placeAnchor, useCaseDesk } from "../case-desk";
import { FileLink } from "../FileList";
import type { FiledFile } from "../filed-files";
import { enlarged, type Look, plainLook, reduced, turned, turns, zoomWidths } from "./look";
import { PdfSheet } from "./PdfSheet";
import { ScrollSheet } from "./ScrollSheet";
import { ViewerTools } from "./ViewerTools";

export interface ShownFileProps {
  shown: FiledFile;
  previous?: FiledFile;
  next?: FiledFile;
  /** 同一页签的附件，列在下面。 */
  siblings: readonly FiledFile[];
}

/** 方向键一次移动多少像素。 */
const STEP = 80;

/** 正在看的附件：键盘在其中时，翻页、放大、旋转、换文件都有键。 */
export function ShownFile({ shown, previous, next, siblings }: ShownFileProps) {
  const { view, openFile } = useCaseDesk();
  const { file, place, label } = shown;
  const { look, change, page, setPage, pages, setPages } = useReading(file.id);
  const { whole, follow } = useKeptFocus(file.id);
  const scroll = (left: number, top: number) => whole.current?.querySelector(".sheet-of")?.scrollBy(left, top);
  const go = (to: number) => setPage(Math.min(Math.max(1, to), pages));
  const keys: Readonly<Record<string, () => void>> = {
    PageDown: () => go(page + 1), PageUp: () => go(page - 1), "+": () => change(enlarged), "=": () => change(enlarged), "-": () => change(reduced), r: () => change(turned),
    ArrowDown: () => scroll(0, STEP), ArrowUp: () => scroll(0, -STEP), ArrowRight: () => scroll(STEP, 0), ArrowLeft: () => scroll(-STEP, 0),
    "]": () => next && follow(() => openFile(next.file)), "[": () => previous && follow(() => openFile(previous.file)),
  };
  function press(event: KeyboardEvent) {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }
  return (
    <div ref={whole} className="shown-file" role="group" tabIndex={-1} aria-label={`附件 ${file.name}`} onKeyDown={press}>
      <ViewerTools shown={shown} previous={previous} next={next} look={kindOf(file.mediaType) === "other" ? undefined : look} change={change} page={page} pages={pages} go={go} />
      <p className="vnote small">{view.licence && <b>{file.name} </b>}<a href={`#${placeAnchor(place)}`}>{label}</a></p>
      <Sheet key={file.id} shown={shown} look={look} page={page} onPages={setPages} />
      {siblings.length > 1 && (
        <nav className="vfiles" aria-label="同一页签的附件">
          {siblings.map((sibling) => <FileLink key={sibling.file.id} file={sibling.file} />)}
        </nav>
      )}
    </div>
  );
}

/** 看到第几页、放大几倍；换了文件从头看起，工具与焦点留在原处。 */
function useReading(fileId: string) {
  const [look, change] = useState<Look>(plainLook);
  const [page, setPage] = useState(1);
  const [pages, setPages] = useState(1);
  const [read, setRead] = useState(fileId);
  if (read !== fileId) {
    setRead(fileId);
    change(plainLook);
    setPage(1);
    setPages(1);
  }
  return { look, change, page, setPage, pages, setPages };
}

/** 用键换文件：焦点所在的（纸面、翻页）随旧文件没有了，就到新的纸面上，没有纸面的到工具上。 */
function useKeptFocus(fileId: string) {
  const whole = useRef<HTMLDivElement>(null);
  const following = useRef(false);
  useEffect(() => {
    if (following.current && !whole.current?.contains(document.activeElement)) (whole.current?.querySelector<HTMLElement>(".sheet-of") ?? whole.current?.querySelector<HTMLElement>(".vtools button"))?.focus();
    following.current = false;
  }, [fileId]);
  const follow = (open: () => void): void => {
    following.current = true;
    open();
  };
  return { whole, follow };
}

const kindOf = (mediaType: string): "image" | "pdf" | "other" => {
  if (mediaType.startsWith("image/")) return "image";
  return mediaType === "application/pdf" ? "pdf" : "other";
};

function Sheet({ shown: { file }, look, page, onPages }: { shown: FiledFile; look: Look; page: number; onPages: (pages: number) => void }) {
  switch (kindOf(file.mediaType)) {
    case "image":
      return (
        <ScrollSheet name={file.name}>
          <img className={classNames(zoomWidths[look.zoom], turns[look.turn])} src={fileHref(file.id)} alt={`${file.name}的扫描件`} />
        </ScrollSheet>
      );
    case "pdf":
      return <PdfSheet file={file} look={look} page={page} onPages={onPages} />;
    default:
      return (
        <div className="vnote">
          <p className="soft">这种格式不能在页面上显示。</p>
          <a className="btn slim" href={`/api/attachments/${file.id}`}>下载 {file.name}</a>
        </div>
      );
  }
}
