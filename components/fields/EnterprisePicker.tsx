"use client";

import { type Ref, useContext, useState } from "react";
import { Button } from "@/components/ui/Button";
import { lateDialog } from "@/components/ui/late";
import { TextInput } from "@/components/ui/TextInput";
import { EnterpriseSearch, recallEnterprise, rememberEnterprise } from "./enterprise-search";
import type { FaceProps } from "./face";

const EnterpriseDialog = lateDialog("查询持证企业", () => import("./EnterpriseDialog").then((module) => module.EnterpriseDialog));

/** 另一家企业：【选择】打开弹窗，按名称查询持证企业后选定；名称与许可证编号由系统给出，不能手写。 */
export function EnterprisePicker({ control, name, label, value, options, disabled, inputRef, onChange, onBlur }: FaceProps<string>) {
  const search = useContext(EnterpriseSearch);
  const [open, setOpen] = useState(false);
  return (
    <>
      <TextInput {...control} ref={inputRef as Ref<HTMLInputElement>} name={name} value={value === "" ? "" : (options[value] ?? recallEnterprise(value))} readOnly placeholder="未选择" onBlur={onBlur} />
      {!disabled && search && <Button onClick={() => setOpen(true)} about={label}>选择</Button>}
      {!disabled && value !== "" && <Button kind="link" onClick={() => onChange("")} about={label}>清除</Button>}
      {open && search && (
        <EnterpriseDialog
          title={`选择${label}`}
          search={search}
          onClose={() => setOpen(false)}
          onAbandon={() => setOpen(false)}
          onChoose={(chosen) => {
            rememberEnterprise(chosen);
            onChange(chosen.uscc);
            setOpen(false);
          }}
        />
      )}
    </>
  );
}
