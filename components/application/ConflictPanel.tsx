"use client";

import { useEffect } from "react";
import { Button } from "@/components/ui/Button";
import { Panel } from "@/components/ui/Panel";
import { Table } from "@/components/ui/Table";
import type { Json, SectionAnswers } from "@/lib/forms/answers";
import { type Section, fieldsOf } from "@/lib/forms/definition";
import { textIn } from "@/lib/forms/display";
import type { Conflict } from "@/lib/forms/patch";
import type { LicensingContext } from "@/lib/licensing/context";

interface Place {
  section: Section<LicensingContext>;
  context: LicensingContext;
}

const asRecord = (value: Json): SectionAnswers | undefined =>
  value !== null && typeof value === "object" && !Array.isArray(value) ? value : undefined;

const nameOf = (conflict: Conflict, { section }: Place): string => {
  if (conflict.field !== undefined) return fieldsOf(section.groups).find((field) => field.key === conflict.field)?.label ?? conflict.field;
  const table = section.tables.find((one) => one.key === conflict.table);
  const title = (asRecord(conflict.mine) ?? asRecord(conflict.theirs))?.[table?.titleField ?? ""];
  return [table?.rowLabel, typeof title === "string" ? title : ""].filter(Boolean).join(" ");
};

/** 一边的内容，用文字说；整行只列两边不同的字段。 */
function sideText(conflict: Conflict, side: "mine" | "theirs", { section, context }: Place): string {
  const own = (value: Json): SectionAnswers => (conflict.field === undefined ? (asRecord(value) ?? {}) : { [conflict.field]: value });
  if (conflict.field === undefined && conflict[side] === null) return "（已删除）";
  const groups = conflict.field === undefined ? (section.tables.find((one) => one.key === conflict.table)?.groups ?? []) : section.groups;
  const [mine, theirs] = [own(conflict.mine), own(conflict.theirs)];
  const shown = side === "mine" ? mine : theirs;
  const texts = fieldsOf(groups)
    .filter((field) => !field.derive && (conflict.field === undefined || field.key === conflict.field))
    .map((field) => ({ label: field.label, text: textIn(field, shown, shown, context), other: textIn(field, side === "mine" ? theirs : mine, shown, context) }))
    .filter((line) => line.text !== line.other);
  if (conflict.field !== undefined) return texts[0]?.text || "（空）";
  return texts.map((line) => `${line.label}：${line.text || "（空）"}`).join("；");
}

/** 两人改了同一处：并排给出，逐项选择，其余的已合并。 */
export function ConflictPanel({
  conflicts,
  by,
  onMine,
  onTheirs,
  ...place
}: Place & {
  conflicts: readonly Conflict[];
  /** 对方是谁；不知道时为「另一人」。 */
  by?: string;
  onMine: (conflict: Conflict) => void;
  onTheirs: (conflict: Conflict) => void;
}) {
  const newest = conflicts.at(-1);
  // 刚按过【保存】的人在页底，按过【确定】的还在对话框里：等它关上，把要选的带到眼前
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const panel = document.getElementById("conflicts");
      panel?.focus({ preventScroll: true });
      panel?.scrollIntoView?.({ block: "center" });
    });
    return () => cancelAnimationFrame(frame);
  }, [newest]);
  if (conflicts.length === 0) return null;
  const person = by ?? "另一人";
  return (
    <Panel title="两人同时修改" id="conflicts" tabIndex={-1} role="alert">
      <p>
        {person}先保存了这一页。{conflicts.length} 处与您的不同，请逐项选择，其余已合并。
      </p>
      <Table caption="两边不同的内容" className="mt" rows={conflicts} rowKey={(one) => `${one.table}-${one.row}-${one.field}`}
        columns={[
          { key: "name", head: "项目", rowHead: true, cell: (one) => nameOf(one, place) },
          { key: "theirs", head: `${person}保存的`, phoneLabel: `${person}保存的`, cell: (one) => sideText(one, "theirs", place) },
          { key: "mine", head: "您填写的", phoneLabel: "您填写的", cell: (one) => sideText(one, "mine", place) },
          {
            key: "act", head: "选择", act: true,
            cell: (one) => (
              <>
                <Button slim about={nameOf(one, place)} onClick={() => onMine(one)}>用我的</Button>{" "}
                <Button slim about={nameOf(one, place)} onClick={() => onTheirs(one)}>用对方的</Button>
              </>
            ),
          },
        ]} />
    </Panel>
  );
}
