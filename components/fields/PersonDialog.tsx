"use client";

import { type KeyboardEvent, useId, useState } from "react";
import { Button } from "@/components/ui/Button";
import { Dialog } from "@/components/ui/Dialog";
import { Pager } from "@/components/ui/Pager";
import { Select } from "@/components/ui/Select";
import { Table } from "@/components/ui/Table";
import { TextInput } from "@/components/ui/TextInput";
import type { PersonChoice } from "@/lib/forms/definition";
import { maskId, normaliseIdentifier } from "@/lib/forms/identifiers";

const PAGE = 20;

interface Conditions {
  name: string;
  idNumber: string;
  role: string;
}

const ANYONE: Conditions = { name: "", idNumber: "", role: "" };

/** 三个条件都满足的人；号码填一段也行。 */
export function matchingPeople(people: readonly PersonChoice[], { name, idNumber, role }: Conditions): PersonChoice[] {
  const [part, digits] = [name.trim(), normaliseIdentifier(idNumber)];
  return people.filter((person) => person.name.includes(part) && person.idNumber.includes(digits) && (role === "" || person.roles.includes(role)));
}

export interface PersonDialogProps {
  title: string;
  people: readonly PersonChoice[];
  onChoose: (idNumber: string) => void;
  onClose: () => void;
}

/** 人员查询：姓名、身份证号、人员类型，【查询】，一页二十人，号码遮盖。 */
export function PersonDialog({ title, people, onChoose, onClose }: PersonDialogProps) {
  const [typed, type] = useState(ANYONE);
  const [asked, query] = useState(ANYONE);
  const [page, turn] = useState(1);
  const found = matchingPeople(people, asked);
  const pages = Math.max(1, Math.ceil(found.length / PAGE));
  const from = (page - 1) * PAGE;
  const run = () => {
    query(typed);
    turn(1);
  };
  return (
    <Dialog open onClose={onClose} title={title} large footer={<Button onClick={onClose}>取消</Button>}>
      <ConditionFields roles={[...new Set(people.flatMap(({ roles }) => roles))]} typed={typed} onType={type} onQuery={run} />
      <Table caption="在册人员" rows={found.slice(from, from + PAGE)} rowKey={({ idNumber }) => idNumber} empty="没有符合条件的人员，请换一个条件查询"
        columns={[
          { key: "name", head: "姓名", rowHead: true, cell: ({ name }) => name },
          { key: "idNumber", head: "身份证号", phoneLabel: "身份证号", nowrap: true, cell: ({ idNumber }) => maskId(idNumber) },
          { key: "roles", head: "人员类型", phoneLabel: "人员类型", cell: ({ roles }) => roles.join("、") },
          { key: "choose", head: <span className="sr">选择</span>, act: true, cell: ({ idNumber, name }) => <Button slim about={name} onClick={() => onChoose(idNumber)}>选择</Button> },
        ]} />
      <Pager page={page} pages={pages} onPage={turn} summary={found.length === 0 ? "共 0 人" : `第 ${from + 1}–${Math.min(from + PAGE, found.length)} 人，共 ${found.length} 人`} />
    </Dialog>
  );
}

interface ConditionFieldsProps {
  roles: readonly string[];
  typed: Conditions;
  onType: (conditions: Conditions) => void;
  onQuery: () => void;
}

/** 对话框可能开在表单里，所以不用 form：回车与按钮一样。 */
function ConditionFields({ roles, typed, onType, onQuery }: ConditionFieldsProps) {
  const id = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing || event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    onQuery();
  };
  return (
    <div className="tools" role="search" aria-label="查询条件" onKeyDown={onKeyDown}>
      <div>
        <label htmlFor={`${id}-name`}>姓名</label>
        <TextInput id={`${id}-name`} value={typed.name} maxLength={50} onChange={(event) => onType({ ...typed, name: event.target.value })} />
      </div>
      <div>
        <label htmlFor={`${id}-number`}>身份证号</label>
        <TextInput id={`${id}-number`} value={typed.idNumber} maxLength={30} onChange={(event) => onType({ ...typed, idNumber: event.target.value })} />
      </div>
      <div>
        <label htmlFor={`${id}-role`}>人员类型</label>
        <Select id={`${id}-role`} value={typed.role} empty="全部" options={roles.map((role) => ({ value: role, label: role }))} onChange={(event) => onType({ ...typed, role: event.target.value })} />
      </div>
      <Button onClick={onQuery}>查询</Button>
    </div>
  );
}
