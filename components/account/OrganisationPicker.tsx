"use client";

import { type KeyboardEvent, useId, useState } from "react";
import { Button } from "@/components/ui/Button";
import { Dialog } from "@/components/ui/Dialog";
import { FieldError, FieldFrame } from "@/components/ui/FieldFrame";
import { TextInput } from "@/components/ui/TextInput";
import { type Institution, InstitutionChoices } from "./InstitutionChoices";
import { type Act, ask } from "./reply";

export type { Institution } from "./InstitutionChoices";

export interface Organisation {
  id: string;
  name: string;
}

export type SearchInstitutions = Act<{ name: string }, { institutions: Institution[]; more: boolean }>;

export interface OrganisationPickerProps {
  id: string;
  label: string;
  help?: string;
  value: Organisation | null;
  onChange: (value: Organisation | null) => void;
  search: SearchInstitutions;
  error?: string;
  disabled?: boolean;
}

/** 上级企业：【选择】打开弹窗，按机构名称查询后选定；选定的可以清除。 */
export function OrganisationPicker({ id, label, help, value, onChange, search, error, disabled }: OrganisationPickerProps) {
  const [open, setOpen] = useState(false);
  return (
    <FieldFrame id={id} label={label} optional help={help} error={error} full>
      {(control) => (
        <>
          <TextInput {...control} value={value?.name ?? ""} readOnly placeholder="未选择" />
          {!disabled && <Button onClick={() => setOpen(true)} about={label}>选择</Button>}
          {!disabled && value && <Button kind="link" onClick={() => onChange(null)} about={label}>清除</Button>}
          {open && (
            <PickerDialog
              title={`选择${label}`}
              search={search}
              onClose={() => setOpen(false)}
              onPick={(organisation) => {
                onChange(organisation);
                setOpen(false);
              }}
            />
          )}
        </>
      )}
    </FieldFrame>
  );
}

interface Found {
  institutions: Institution[];
  more: boolean;
  name: string;
}

function PickerDialog({ title, search, onClose, onPick }: { title: string; search: SearchInstitutions; onClose: () => void; onPick: (organisation: Organisation) => void }) {
  const nameId = useId();
  const [name, setName] = useState("");
  const [found, setFound] = useState<Found>();
  const [chosen, setChosen] = useState<string>();
  const [problem, setProblem] = useState<{ at: "name" | "choice"; text: string }>();
  const [searching, setSearching] = useState(false);

  async function query() {
    setSearching(true);
    const reply = await ask(search, { name: name.trim() });
    setSearching(false);
    setChosen(undefined);
    setFound(reply.ok ? { ...reply.value, name: name.trim() } : undefined);
    setProblem(reply.ok ? undefined : { at: "name", text: reply.message });
  }

  function queryOnEnter(event: KeyboardEvent) {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void query();
  }

  function confirm() {
    const organisation = found?.institutions.find((institution) => institution.id === chosen);
    if (organisation) return onPick({ id: organisation.id, name: organisation.name });
    setProblem({ at: "choice", text: found ? "请先选中一个机构" : "请先查询并选中一个机构" });
  }

  const footer = (
    <>
      <Button onClick={onClose}>取消</Button>
      <Button kind="primary" onClick={confirm}>确定</Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={title} footer={footer}>
      {/* 弹窗开在别的表单里面，不能再套一个表单：回车即查询 */}
      <FieldFrame id={nameId} label="机构名称" help="输入名称中的两个字以上，只查机构" error={problem?.at === "name" ? problem.text : undefined}>
        {(control) => (
          <>
            <TextInput {...control} value={name} onChange={(event) => setName(event.target.value)} onKeyDown={queryOnEnter} />
            <Button icon="search" onClick={query} blocked={searching ? "正在查询" : undefined}>查询</Button>
          </>
        )}
      </FieldFrame>
      {found && <InstitutionChoices {...found} chosen={chosen} onChoose={(next) => (setChosen(next), setProblem(undefined))} />}
      <div role="alert">{problem?.at === "choice" && <FieldError>{problem.text}</FieldError>}</div>
    </Dialog>
  );
}
