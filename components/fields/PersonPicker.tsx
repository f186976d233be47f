"use client";

import { type Ref, useState } from "react";
import { Button } from "@/components/ui/Button";
import { lateDialog } from "@/components/ui/late";
import { maskId } from "@/lib/forms/identifiers";
import type { FaceProps } from "./face";

const PersonDialog = lateDialog("人员查询", () => import("./PersonDialog").then((module) => module.PersonDialog));

/** 从名册里选一人：按“+”打开人员查询；选定的写出姓名、职务与遮盖的号码。 */
export function PersonPicker({ control, label, value, people, disabled, inputRef, onChange, onBlur }: FaceProps<string>) {
  const [asking, ask] = useState(false);
  const person = people.find(({ idNumber }) => idNumber === value);
  const close = () => {
    ask(false);
    onBlur();
  };
  return (
    <div className="btns">
      {value !== "" && <span>{person ? `${person.name}（${person.roles.join("、")}，${maskId(person.idNumber)}）` : "所选的人已不在名册上"}</span>}
      <Button aria-describedby={control["aria-describedby"]} ref={inputRef as Ref<HTMLButtonElement>} disabled={disabled} slim={value !== ""} about={`，选择${label}`} onClick={() => ask(true)}>
        {value === "" ? "+" : "重新选择"}
      </Button>
      {value !== "" && (
        <Button kind="link" disabled={disabled} about={label} onClick={() => onChange("")}>
          清除
        </Button>
      )}
      {asking && (
        <PersonDialog title={`选择${label}`} people={people} onClose={close} onAbandon={close}
          onChoose={(idNumber) => {
            onChange(idNumber);
            close();
          }} />
      )}
    </div>
  );
}
