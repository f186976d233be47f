"use client";

import { useState } from "react";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { Button } from "@/components/ui/Button";
import { FieldGroup } from "@/components/ui/Panel";
import { TextArea } from "@/components/ui/TextInput";
import { readDateList } from "@/lib/workflow/holidays/date-list";
import type { YearDays } from "./year-days";

type Props = { year: number; days: YearDays; onChange: (days: YearDays) => void };

const lists = [
  { key: "daysOff", id: "calendar-days-off", label: "放假" },
  { key: "makeUpWorkdays", id: "calendar-make-up", label: "调休上班" },
] as const;

/** 粘贴日期清单：照通知的写法，换成两份清单；认不出的指出来，不悄悄丢掉。 */
export function PasteDays({ year, days, onChange }: Props) {
  const [texts, setTexts] = useState<Record<string, string>>({});
  const [errors, setErrors] = useState<Record<string, string>>({});

  function apply(): void {
    const read = lists.map(({ key }) => ({ key, text: texts[key] ?? "", ...readDateList(texts[key] ?? "", year) }));
    const wrong = read.filter(({ unread }) => unread.length > 0).map(({ key, unread }) => [key, `请核对，认不出“${unread.join("、")}”`] as const);
    setErrors(Object.fromEntries(wrong));
    if (wrong.length > 0) return;
    onChange({ ...days, ...Object.fromEntries(read.filter(({ text }) => text.trim() !== "").map(({ key, dates }) => [key, dates])) });
  }

  return (
    <details className="mt">
      <summary>粘贴日期清单</summary>
      <FieldGroup>
        {lists.map(({ key, id, label }) => (
          <FieldFrame key={key} id={id} label={label} full error={errors[key]} help="如 1月1日至3日、2027-02-05；留空的一栏不变">
            {(control) => <TextArea {...control} rows={2} value={texts[key] ?? ""} onChange={(event) => setTexts({ ...texts, [key]: event.target.value })} />}
          </FieldFrame>
        ))}
      </FieldGroup>
      <Button onClick={apply}>换成清单里的日子</Button>
    </details>
  );
}
