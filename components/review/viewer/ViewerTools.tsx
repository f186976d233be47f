"use client";

import { Icon, type IconName } from "@/components/ui/Icon";
import { RemarkButton } from "../AnswerLine";
import { fileHref, useCaseDesk } from "../case-desk";
import type { FiledFile } from "../filed-files";
import { enlarged, type Look, reduced, turned, zooms, zoomWords } from "./look";

export interface ViewerToolsProps {
  shown: FiledFile;
  previous?: FiledFile;
  next?: FiledFile;
  /** 图片与 PDF 可放大、旋转；别的没有。 */
  look?: Look;
  change: (to: (look: Look) => Look) => void;
  page: number;
  pages: number;
  go: (page: number) => void;
}

/** 附件的工具：前后各个文件、放大、旋转、翻页、写意见、在新窗口打开。 */
export function ViewerTools({ shown, previous, next, look, change, page, pages, go }: ViewerToolsProps) {
  const { openFile } = useCaseDesk();
  return (
    <div className="vtools" role="toolbar" aria-label="附件工具">
      <Tool icon="left" label="上一个文件" shortcut="[" act={previous && (() => openFile(previous.file))} />
      <Tool icon="right" label="下一个文件" shortcut="]" act={next && (() => openFile(next.file))} />
      {look && (
        <>
          <Tool icon="minus" label="缩小" shortcut="-" act={look.zoom > 0 ? () => change(reduced) : undefined} />
          <Tool icon="plus" label="放大" shortcut="+" act={look.zoom < zooms.length - 1 ? () => change(enlarged) : undefined} />
          <Tool icon="refresh" label="旋转" shortcut="r" act={() => change(turned)} />
        </>
      )}
      <a className="ibtn" href={fileHref(shown.file.id)} target="_blank" rel="noreferrer" aria-label="在新窗口打开" title="在新窗口打开">
        <Icon name="external" />
      </a>
      <RemarkButton place={shown.place} label={shown.label} />
      {look && <span className="soft small" role="status">{zoomWords(look)}</span>}
      {pages > 1 && (
        <>
          <Tool icon="up" label="上一页" shortcut="PageUp" act={page > 1 ? () => go(page - 1) : undefined} />
          <Tool icon="down" label="下一页" shortcut="PageDown" act={page < pages ? () => go(page + 1) : undefined} />
          <span className="soft small num" role="status">第 {page} / {pages} 页</span>
        </>
      )}
    </div>
  );
}

/** 键盘在附件里时，按 shortcut 也一样。 */
function Tool({ icon, label, shortcut, act }: { icon: IconName; label: string; shortcut: string; act?: () => void }) {
  return (
    <button className="ibtn" type="button" aria-label={label} aria-keyshortcuts={shortcut} title={`${label}（${shortcut}）`} aria-disabled={act ? undefined : true} onClick={act}>
      <Icon name={icon} />
    </button>
  );
}
