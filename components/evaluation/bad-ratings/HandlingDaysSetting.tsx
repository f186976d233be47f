"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { type Act, ask } from "@/components/account/reply";
import { Button } from "@/components/ui/Button";
import { ChangedMeanwhile } from "@/components/ui/ChangedMeanwhile";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { Message } from "@/components/ui/Message";
import { FieldGroup, Panel } from "@/components/ui/Panel";
import { TextInput } from "@/components/ui/TextInput";
import { useNewest } from "@/components/ui/use-newest";
import { usePending } from "@/components/ui/use-pending";

export interface HandlingDaysField {
  key: string;
  label: string;
  counted: string;
  days: number;
  shipped: number;
  source: string;
}

export interface HandlingDaysSettingProps {
  fields: readonly HandlingDaysField[];
  version: string;
  change: Act<{ version: string; days: Record<string, string> }, { version: string }>;
}

/** 差评办理的期限：全国没有统一的数，各地不同；每一项写明从哪天起算与出处。 */
export function HandlingDaysSetting(props: HandlingDaysSettingProps) {
  const { drawn, load } = useNewest(props.version);
  return (
    <Panel title="差评办理的期限" id="handling-days">
      <HandlingDaysForm key={drawn} {...props} onLoad={load} />
    </Panel>
  );
}

function HandlingDaysForm({ fields, version, change, onLoad }: HandlingDaysSettingProps & { onLoad: (seen: string) => void }) {
  const router = useRouter();
  const [seen, setSeen] = useState(version);
  const [days, setDays] = useState<Record<string, string>>(() => Object.fromEntries(fields.map((field) => [field.key, String(field.days)])));
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [pending, during] = usePending();
  const [outcome, setOutcome] = useState<{ tone: "good" | "bad"; text: string }>();

  async function save(event: FormEvent) {
    event.preventDefault();
    if (pending) return;
    const reply = await during(ask(change, { version: seen, days }));
    setErrors(reply.ok ? {} : reply.fields);
    if (reply.ok) {
      setSeen(reply.value.version);
      setOutcome({ tone: "good", text: "已保存差评办理的期限，以后起算的环节按此计算。" });
      return router.refresh();
    }
    setOutcome(Object.keys(reply.fields).length === 0 ? { tone: "bad", text: reply.message } : undefined);
  }

  return (
    <form className="stack" noValidate onSubmit={(event) => void save(event)}>
      {outcome && <Message tone={outcome.tone} announce>{outcome.text}</Message>}
      {errors.version && <ChangedMeanwhile text={errors.version} onLoad={() => onLoad(seen)} />}
      <FieldGroup>
        {fields.map(({ key, label, counted, shipped, source }) => (
          <FieldFrame
            key={key} id={`handling-days-${key}`} label={label} required unit="个工作日" error={errors[key]}
            help={`${counted}起算；出厂值 ${shipped}，${source}`}
          >
            {(control) => <TextInput {...control} inputMode="numeric" readOnly={pending} value={days[key] ?? ""} onChange={(event) => setDays({ ...days, [key]: event.target.value })} />}
          </FieldFrame>
        ))}
      </FieldGroup>
      <div className="btns mt">
        <Button kind="primary" type="submit" blocked={pending ? "正在保存" : undefined}>保存</Button>
      </div>
    </form>
  );
}
