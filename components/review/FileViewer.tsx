"use client";

import { useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { Icon, type IconName } from "@/components/ui/Icon";
import { Panel } from "@/components/ui/Panel";
import type { SummaryFile } from "@/lib/forms/summary";
import { fileHref, useCaseDesk } from "./case-desk";

const widths = ["w-full", "w-[150%]", "w-[200%]", "w-[300%]"] as const;
const turns = ["rotate-0", "rotate-90", "rotate-180", "-rotate-90"] as const;

/** 附件在填报内容旁边看：PDF 用浏览器自带的阅读器，图片可放大和旋转，其他格式下载后看。 */
export function FileViewer({ files }: { files: readonly SummaryFile[] }) {
  const { file, openFile, seen } = useCaseDesk();
  if (!file) {
    return (
      <Panel id="viewer" title="附件" aside={<span className="soft small">{files.length} 个</span>} className="viewer pinned">
        <p className="soft">{files.length > 0 ? "点左侧的文件名，在这里对照着看。" : "本次申请没有附件。"}</p>
      </Panel>
    );
  }
  const at = files.findIndex((candidate) => candidate.id === file.id);
  return (
    <Panel id="viewer" title={file.name} aside={<span className="soft small">已看 {seen.size} / {files.length}</span>} flush className="viewer pinned">
      <Shown key={file.id} file={file} previous={files[at - 1]} next={files[at + 1]} open={openFile} />
    </Panel>
  );
}

interface ShownProps {
  file: SummaryFile;
  previous?: SummaryFile;
  next?: SummaryFile;
  open: (file: SummaryFile) => void;
}

function Shown({ file, previous, next, open }: ShownProps) {
  const [zoom, setZoom] = useState(0);
  const [turn, setTurn] = useState(0);
  const image = file.mediaType.startsWith("image/");
  return (
    <>
      <div className="vtools" role="toolbar" aria-label="附件工具">
        <Tool icon="left" label="上一个文件" act={previous && (() => open(previous))} />
        <Tool icon="right" label="下一个文件" act={next && (() => open(next))} />
        {image && (
          <>
            <Tool icon="minus" label="缩小" act={zoom > 0 ? () => setZoom(zoom - 1) : undefined} />
            <Tool icon="plus" label="放大" act={zoom < widths.length - 1 ? () => setZoom(zoom + 1) : undefined} />
            <Tool icon="refresh" label="旋转" act={() => setTurn((turn + 1) % turns.length)} />
          </>
        )}
        <a className="ibtn" href={fileHref(file.id)} target="_blank" rel="noreferrer" aria-label="在新窗口打开" title="在新窗口打开">
          <Icon name="external" />
        </a>
      </div>
      <Body file={file} image={image} className={classNames(widths[zoom], turns[turn])} />
    </>
  );
}

function Body({ file, image, className }: { file: SummaryFile; image: boolean; className?: string }) {
  if (image) {
    return (
      <div className="sheet-of">
        <img className={className} src={fileHref(file.id)} alt={`${file.name}的扫描件`} />
      </div>
    );
  }
  if (file.mediaType === "application/pdf") return <iframe className="sheet-of" src={fileHref(file.id)} title={`${file.name}的内容`} />;
  return (
    <div className="pb">
      <p className="soft">这种格式不能在页面上显示。</p>
      <a className="btn slim" href={`/api/attachments/${file.id}`}>下载 {file.name}</a>
    </div>
  );
}

function Tool({ icon, label, act }: { icon: IconName; label: string; act?: () => void }) {
  return (
    <button className="ibtn" type="button" aria-label={label} title={label} aria-disabled={act ? undefined : true} onClick={act}>
      <Icon name={icon} />
    </button>
  );
}
