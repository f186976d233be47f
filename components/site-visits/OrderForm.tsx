"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { ask } from "@/components/account/reply";
import { Button } from "@/components/ui/Button";
import { Checkbox, CheckboxSet } from "@/components/ui/Choices";
import { DateInput } from "@/components/ui/DateInput";
import { ErrorSummary } from "@/components/ui/ErrorSummary";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { LeaveQuestion } from "@/components/ui/LeaveQuestion";
import { FieldGroup, Panel } from "@/components/ui/Panel";
import { TextArea, TextInput } from "@/components/ui/TextInput";
import { useContentKey } from "@/components/ui/use-content-key";
import { usePending } from "@/components/ui/use-pending";
import { useUnsavedForm } from "@/components/ui/use-unsaved-form";
import type { SiteVisitsView } from "@/lib/licensing/site-visit-views";
import { faultInDay, MIN_OFFICIALS } from "@/lib/licensing/site-visits";
import { siteVisitFields } from "@/lib/terms/site-visits";
import type { OrderCommand, SiteVisitActions } from "./types";

type Ordered = Omit<OrderCommand, "idempotencyKey">;

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? "").trim();

/** 安排现场核查：日期、地点、两名以上核查人员；企业同意的，核查期间停表。 */
export function OrderForm({ view, order }: { view: SiteVisitsView; order: SiteVisitActions["order"] }) {
  const router = useRouter();
  const keyFor = useContentKey();
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<string>();
  const [pending, during] = usePending();
  const unsaved = useUnsavedForm();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const command = commandOf(new FormData(event.currentTarget), view.applicationId);
    const missing = missingIn(command);
    setErrors(missing);
    setFailure(undefined);
    if (Object.keys(missing).length > 0) return;
    const reply = await during(ask(order, { ...command, idempotencyKey: keyFor(command) }));
    if (reply.ok) {
      unsaved.saved();
      return router.refresh();
    }
    setErrors(reply.fields);
    setFailure(Object.keys(reply.fields).length > 0 ? undefined : reply.message);
  }

  const issues = [...(failure ? [{ href: "#visit-order", text: failure }] : []), ...Object.entries(errors).map(([name, text]) => ({ href: `#visit-${name}`, text }))];
  return (
    <Panel title="安排核查" id="visit-order">
      <div className="stack">
        <ErrorSummary key={issues.map(({ text }) => text).join()} issues={issues} />
        <LeaveQuestion guard={unsaved.guard} />
        <form noValidate {...unsaved.form} onSubmit={(event) => void submit(event)}>
          <FieldGroup>
            <FieldFrame id="visit-plannedOn" label={siteVisitFields.plannedOn} required short error={errors.plannedOn}>
              {(control) => <DateInput {...control} name="plannedOn" label={siteVisitFields.plannedOn} />}
            </FieldFrame>
            <FieldFrame id="visit-place" label={siteVisitFields.place} required full error={errors.place}>
              {(control) => <TextInput {...control} name="place" defaultValue={view.domicile} />}
            </FieldFrame>
            <FieldFrame id="visit-officialIds" label="核查人员" group="checkbox" required full help={`至少 ${MIN_OFFICIALS} 名，各自以本人账号在记录上签字`} error={errors.officialIds}>
              <CheckboxSet name="officialIds" options={view.candidates.map(({ id, name, posts }) => ({ value: id, label: `${name}（${posts}）` }))} />
            </FieldFrame>
            <FieldFrame id="visit-reason" label="核查事由" required full help="写进现场核查通知书，企业看得到" error={errors.reason}>
              {(control) => <TextArea {...control} name="reason" />}
            </FieldFrame>
            <FieldFrame id="visit-pausesClock" label="办结期限" group="checkbox" full help="只有与申请人商定了才可以停">
              <Checkbox name="pausesClock" label="申请人同意，核查期间不计入办结期限（今天起停，核查结束恢复）" />
            </FieldFrame>
          </FieldGroup>
          <div className="btns mt">
            <Button kind="primary" type="submit" blocked={pending ? "正在安排" : undefined}>安排核查并通知企业</Button>
          </div>
        </form>
      </div>
    </Panel>
  );
}

function commandOf(form: FormData, applicationId: string): Ordered {
  return {
    applicationId, plannedOn: textOf(form, "plannedOn"), place: textOf(form, "place"), reason: textOf(form, "reason"),
    officialIds: form.getAll("officialIds").map(String), pausesClock: form.get("pausesClock") === "on",
  };
}

function missingIn({ plannedOn, place, officialIds, reason }: Ordered): Record<string, string> {
  const day = faultInDay(plannedOn, siteVisitFields.plannedOn);
  return {
    ...(day ? { plannedOn: day } : {}),
    ...(place ? {} : { place: `请填写${siteVisitFields.place}` }),
    ...(officialIds.length < MIN_OFFICIALS ? { officialIds: `请选择至少 ${MIN_OFFICIALS} 名核查人员` } : {}),
    ...(reason ? {} : { reason: "请写明核查事由" }),
  };
}
