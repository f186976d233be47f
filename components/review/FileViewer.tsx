"use client";

import { Panel } from "@/components/ui/Panel";
import { Views } from "@/components/ui/Views";
import { useCaseDesk } from "./case-desk";
import type { FiledFile } from "./filed-files";
import { LicenceInForce } from "./LicenceInForce";
import { ShownFile } from "./viewer/ShownFile";

/** 填报内容旁边的一栏：附件就在页面里看；企业有许可证的，另有现行许可证。 */
export function FileViewer({ files }: { files: readonly FiledFile[] }) {
  const { view, file, seen, beside, showBeside } = useCaseDesk();
  const at = files.findIndex((candidate) => candidate.file.id === file?.id);
  const shown = files[at];
  const licence = beside === "licence" ? view.licence : undefined;
  const head = view.licence && (
    <Views label="旁边看什么" onView={(key) => showBeside(key === "licence" ? "licence" : "files")}
      views={[{ key: "files", label: "附件", current: !licence }, { key: "licence", label: "现行许可证", current: licence !== undefined }]} />
  );
  const count = shown ? `已看 ${seen.size} / ${files.length}` : `${files.length} 个`;
  return (
    <Panel id="viewer" title={shown?.file.name ?? "附件"} head={head} aside={!licence && <span className="soft small">{count}</span>} flush className="viewer pinned">
      {licence && <LicenceInForce licence={licence} />}
      {!licence && shown && (
        <ShownFile shown={shown} previous={files[at - 1]} next={files[at + 1]} siblings={files.filter(({ place }) => place.sectionKey === shown.place.sectionKey)} />
      )}
      {!licence && !shown && <p className="soft vnote">{files.length > 0 ? "点左侧的文件名，在这里对照着看。" : "本次申请没有附件。"}</p>}
    </Panel>
  );
}
