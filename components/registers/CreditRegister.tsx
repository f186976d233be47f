"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { type Act } from "@/components/account/reply";
import { fullMomentOf } from "@/components/application/moments";
import { Button } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { Message } from "@/components/ui/Message";
import { Tag } from "@/components/ui/Status";
import { type Column, Table } from "@/components/ui/Table";
import type { CreditImport, CreditRecordRow } from "@/lib/licensing/procedures/credit-views";
import { formatChineseDate } from "@/lib/workflow/iso-date";
import { CreditDialog, type SaveCreditCommand } from "./CreditDialog";
import { CreditImportDialog } from "./CreditImportDialog";

export interface CreditRegisterProps {
  rows: readonly CreditRecordRow[];
  caption: string;
  save: Act<SaveCreditCommand>;
  importFile: Act<{ file: File; apply: boolean }, CreditImport>;
}

/** 信用登记：列表、登记与修改、CSV 导入。 */
export function CreditRegister({ rows, caption, save, importFile }: CreditRegisterProps) {
  const router = useRouter();
  const [editing, setEditing] = useState<CreditRecordRow | "new">();
  const [importing, setImporting] = useState(false);
  const [done, setDone] = useState<string>();

  function finish(text: string) {
    setEditing(undefined);
    setImporting(false);
    setDone(text);
    router.refresh();
  }

  function load() {
    setEditing(undefined);
    router.refresh();
  }

  return (
    <>
      <div className="pb stack">
        {done && <Message tone="good" announce>{done}</Message>}
        <div className="btns">
          <Button icon="plus" onClick={() => setEditing("new")}>登记一家</Button>
          <Button icon="upload" onClick={() => setImporting(true)}>导入 CSV</Button>
        </div>
      </div>
      <Table caption={caption} rows={rows} rowKey={(row) => row.uscc} columns={columnsOf(setEditing)} empty={<EmptyState>没有找到登记。</EmptyState>} />
      {editing && (
        <CreditDialog record={editing === "new" ? undefined : editing} save={save} onClose={() => setEditing(undefined)} onLoad={load} onSaved={(uscc) => finish(`${uscc} 的信用登记已保存`)} />
      )}
      {importing && <CreditImportDialog importFile={importFile} onClose={() => setImporting(false)} onDone={finish} />}
    </>
  );
}

function columnsOf(edit: (row: CreditRecordRow) => void): Column<CreditRecordRow>[] {
  return [
    { key: "uscc", head: "统一社会信用代码", rowHead: true, nowrap: true, cell: (row) => row.uscc },
    { key: "name", head: "企业", phoneLabel: "企业", cell: (row) => row.name || <span className="soft">没有注册</span> },
    { key: "grade", head: "信用等级", phoneLabel: "信用等级", nowrap: true, cell: (row) => row.gradeWord },
    { key: "flags", head: "试点", phoneLabel: "试点", cell: (row) => <>{row.pilotZone && <Tag>自贸区</Tag>}{row.pilotZone && row.commitmentRegion && " "}{row.commitmentRegion && <Tag>承诺制</Tag>}</> },
    { key: "defaults", head: "容缺失信与限制期", phoneLabel: "限制", cell: (row) => <Bars row={row} /> },
    { key: "updated", head: "最近修改", minor: true, soft: true, cell: (row) => `${fullMomentOf(row.updatedAt)} ${row.updatedBy}` },
    { key: "act", head: "操作", act: true, cell: (row) => <Button kind="link" about={row.uscc} onClick={() => edit(row)}>修改</Button> },
  ];
}

function Bars({ row }: { row: CreditRecordRow }) {
  if (row.deferralDefaults.length + row.restrictions.length === 0) return null;
  return (
    <ul>
      {row.deferralDefaults.map((date) => (
        <li key={date}>容缺失信：{formatChineseDate(date)}</li>
      ))}
      {row.restrictions.map(({ id, kindWord, untilOn, reason, active }) => (
        <li key={id} className={active ? undefined : "soft"}>
          {kindWord}至{formatChineseDate(untilOn)}：{reason}
        </li>
      ))}
    </ul>
  );
}
