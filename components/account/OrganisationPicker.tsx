"use client";

import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { SearchDialog, type SearchReply } from "@/components/ui/SearchDialog";
import { TextInput } from "@/components/ui/TextInput";
import type { Institution } from "@/lib/enterprise/account-views";
import { type Act, ask } from "./reply";

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
              onChoose={({ id: chosen, name }) => {
                onChange({ id: chosen, name });
                setOpen(false);
              }}
            />
          )}
        </>
      )}
    </FieldFrame>
  );
}

const sought = { unit: "个", noun: "机构", among: "机构", help: "输入名称中的两个字以上，只查机构" } as const;

function PickerDialog({ search, ...rest }: { title: string; search: SearchInstitutions; onClose: () => void; onChoose: (organisation: Organisation) => void }) {
  async function query(name: string): Promise<SearchReply<Institution>> {
    const reply = await ask(search, { name });
    return reply.ok ? { ok: true, found: reply.value.institutions, more: reply.value.more } : reply;
  }
  return <SearchDialog {...rest} sought={sought} search={query} keyOf={({ id }) => id} labelOf={({ name, uscc }) => <>{name} <span className="soft small">{uscc}</span></>} />;
}
