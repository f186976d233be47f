"use client";

import type { MouseEvent } from "react";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/Icon";
import { Tag } from "@/components/ui/Status";
import type { SummaryFile, SummarySlot } from "@/lib/forms/summary";
import { RemarkButton } from "./AnswerLine";
import { fileHref, placeKey, samePlace, useCaseDesk } from "./case-desk";
import { PlacedRemarks } from "./PlacedRemarks";

export interface FileListProps {
  section: string;
  rowId?: string;
  slots: readonly SummarySlot[];
  trail: string;
}

/** 各项材料与其文件；点文件在旁边打开，没有脚本时在新窗口打开。 */
export function FileList({ section, rowId, slots, trail }: FileListProps) {
  const desk = useCaseDesk();
  const shown = slots.filter((slot) => !desk.onlyChanges || desk.changes.has(placeKey({ section, row: rowId, slot: slot.slot })));
  if (shown.length === 0) return null;
  return (
    <table className="ans">
      <caption className="sr">{trail}的附件</caption>
      <tbody>
        {shown.map((slot) => (
          <SlotRow key={slot.slot} section={section} rowId={rowId} slot={slot} trail={trail} />
        ))}
      </tbody>
    </table>
  );
}

function SlotRow({ section, rowId, slot, trail }: Omit<FileListProps, "slots"> & { slot: SummarySlot }) {
  const desk = useCaseDesk();
  const place = { sectionKey: section, slot: slot.slot, ...(rowId ? { rowId } : {}) };
  const change = desk.changes.get(placeKey({ section, row: rowId, slot: slot.slot }));
  return (
    <tr className={classNames(change && "is-chg", samePlace(desk.target, place) && "at")}>
      <th scope="row">{slot.label}</th>
      <td>
        <RemarkButton place={place} label={`${trail} › ${slot.label}`} />
        {slot.files.length === 0 && <span className="soft">未上传</span>}
        {slot.files.map((file) => (
          <FileLink key={file.id} file={file} />
        ))}
        {change && (
          <>
            <Tag tone="changed">变更</Tag>
            <del>原为 {change.before || "未上传"}</del>
          </>
        )}
        <PlacedRemarks place={place} />
      </td>
    </tr>
  );
}

export function FileLink({ file }: { file: SummaryFile }) {
  const { openFile, file: open, seen } = useCaseDesk();
  function show(event: MouseEvent<HTMLAnchorElement>) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    openFile(file, event.currentTarget);
  }
  return (
    <a className="file-link" href={fileHref(file.id)} target="_blank" rel="noreferrer" onClick={show} aria-current={open?.id === file.id ? "true" : undefined}>
      <Icon name="file" />
      <span>{file.name}{seen.has(file.id) && <span className="soft small"> 已看</span>}</span>
    </a>
  );
}
