"use client";

import { type KeyboardEvent, useEffect, useRef } from "react";
import { Button } from "@/components/ui/Button";
import { Panel } from "@/components/ui/Panel";
import { Views } from "@/components/ui/Views";
import { useCaseDesk } from "./case-desk";
import type { FiledFile } from "./filed-files";
import { LicenceInForce } from "./LicenceInForce";
import { ShownFile } from "./viewer/ShownFile";

/** 填报内容旁边的一栏：附件就在页面里看；企业有许可证的，另有现行许可证。 */
export function FileViewer({ files }: { files: readonly FiledFile[] }) {
  const { view, file, seen, arrivals, closeFile, beside, showBeside } = useCaseDesk();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (arrivals > 0) arriveIn(panel.current);
  }, [arrivals]);
  const at = files.findIndex((candidate) => candidate.file.id === file?.id);
  const shown = files[at];
  const licence = beside === "licence" ? view.licence : undefined;
  const head = view.licence && (
    <Views label="旁边看什么" onView={(key) => showBeside(key === "licence" ? "licence" : "files")}
      views={[{ key: "files", label: "附件", current: !licence }, { key: "licence", label: "现行许可证", current: licence !== undefined }]} />
  );
  const count = shown ? `已看 ${seen.size} / ${files.length}` : `${files.length} 个`;
  const closing = !licence && shown !== undefined;
  function press(event: KeyboardEvent) {
    if (event.key !== "Escape" || !closing) return;
    event.preventDefault();
    closeFile();
  }
  return (
    <Panel ref={panel} tabIndex={-1} onKeyDown={press} id="viewer" aria-label="附件" title={shown?.file.name ?? "附件"} head={head} flush className="viewer pinned"
      aside={!licence && (
        <div className="links ml-auto">
          <span className="soft small">{count}</span>
          {closing && <Button kind="link" aria-keyshortcuts="Escape" title="关闭（Esc）" about={shown.file.name} onClick={closeFile}>关闭</Button>}
        </div>
      )}>
      {licence && <LicenceInForce licence={licence} />}
      {!licence && shown && (
        <ShownFile shown={shown} previous={files[at - 1]} next={files[at + 1]} siblings={files.filter(({ place }) => place.sectionKey === shown.place.sectionKey)} />
      )}
      {!licence && !shown && <p className="soft vnote">{files.length > 0 ? "点左侧的文件名，在这里对照着看。" : "本次申请没有附件。"}</p>}
    </Panel>
  );
}

/** 刚打开的附件接住焦点；阅读栏在下面或滚过了的（手机上），把它带到眼前。 */
function arriveIn(panel: HTMLElement | null) {
  (panel?.querySelector<HTMLElement>(".shown-file") ?? panel)?.focus({ preventScroll: true });
  const { top = 0 } = panel?.getBoundingClientRect() ?? {};
  if (top < 0 || top > window.innerHeight / 2) panel?.scrollIntoView?.({ block: "start" });
  panel?.scrollTo?.({ top: 0 });
}
