"use client";

import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Dialog } from "@/components/ui/Dialog";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { FieldGroup } from "@/components/ui/Panel";
import { Select } from "@/components/ui/Select";
import type { Row } from "@/lib/forms/answers";
import type { Table } from "@/lib/forms/definition";
import { maskId } from "@/lib/forms/identifiers";
import type { LicensingContext } from "@/lib/licensing/context";

/** 文件名说不清归谁的文件。 */
export interface Unmatched {
  id: string;
  file: File;
  reason: string;
}

interface AssignFilesProps {
  table: Table<LicensingContext>;
  rows: readonly Row[];
  unmatched: readonly Unmatched[];
  onAssign: (one: Unmatched, place: { row: string; slot: string }) => void;
  onDrop: (one: Unmatched) => void;
  onClose: () => void;
}

/** 逐个指定人员和材料，或不要这个文件。 */
export function AssignFiles({ table, rows, unmatched, onAssign, onDrop, onClose }: AssignFilesProps) {
  return (
    <Dialog open onClose={onClose} title="指定人员和材料" large footer={<Button onClick={onClose}>关闭</Button>}>
      {unmatched.length === 0 && <p>全部文件都已指定。</p>}
      {unmatched.map((one) => (
        <AssignOne key={one.id} one={one} table={table} rows={rows} onAssign={onAssign} onDrop={onDrop} />
      ))}
    </Dialog>
  );
}

function AssignOne({ one, table, rows, onAssign, onDrop }: Omit<AssignFilesProps, "unmatched" | "onClose"> & { one: Unmatched }) {
  const [row, setRow] = useState("");
  const [slot, setSlot] = useState("");
  const people = rows.map((each) => ({ value: each.rowId, label: nameOf(each, table) }));
  const slots = (table.slots ?? []).map(({ key, label }) => ({ value: key, label }));
  const missing = row === "" ? `请先选择${table.rowLabel}` : slot === "" ? "请先选择材料" : undefined;
  return (
    <FieldGroup title={one.file.name}>
      <p className="soft small full">{one.reason}</p>
      <FieldFrame id={`assign-row-${one.id}`} label={table.rowLabel} required>
        {(control) => <Select {...control} options={people} value={row} onChange={(event) => setRow(event.target.value)} />}
      </FieldFrame>
      <FieldFrame id={`assign-slot-${one.id}`} label="材料" required>
        {(control) => <Select {...control} options={slots} value={slot} onChange={(event) => setSlot(event.target.value)} />}
      </FieldFrame>
      <div className="btns full">
        <Button slim kind="primary" about={one.file.name} blocked={missing} onClick={() => onAssign(one, { row, slot })}>
          上传
        </Button>
        <Button slim about={one.file.name} onClick={() => onDrop(one)}>
          不要这个文件
        </Button>
      </div>
    </FieldGroup>
  );
}

const nameOf = (row: Row, table: Table<LicensingContext>): string =>
  [row[table.titleField] || "（未填写）", table.unique ? maskId(String(row[table.unique.field] ?? "")) : ""].filter(Boolean).join(" ");
