"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";
import { type Act, ask } from "@/components/account/reply";
import { Button } from "@/components/ui/Button";
import { ChangedMeanwhile } from "@/components/ui/ChangedMeanwhile";
import { Checkbox } from "@/components/ui/Choices";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { LeaveQuestion } from "@/components/ui/LeaveQuestion";
import { Message } from "@/components/ui/Message";
import { FieldGroup, Panel } from "@/components/ui/Panel";
import { TextInput } from "@/components/ui/TextInput";
import { useLeaveGuard } from "@/components/ui/use-leave-guard";
import { useNewest } from "@/components/ui/use-newest";
import { usePending } from "@/components/ui/use-pending";
import type { CalendarPreview, CalendarYearView } from "@/lib/licensing/calendar-views";
import type { HolidayYearInput } from "@/lib/workflow/holidays/holiday-year";
import { PasteDays } from "./PasteDays";
import { PreviewPanel } from "./PreviewPanel";
import { toggled, type YearDays } from "./year-days";
import { YearPicture } from "./YearPicture";

type Wanted = HolidayYearInput;
type Props = {
  year: CalendarYearView;
  preview: Act<Wanted, CalendarPreview>;
  change: Act<{ wanted: Wanted; version: string; expected: { cases: number; tasks: number } }, { cases: number; tasks: number; version: string }>;
};

/** 改一年的安排：先看会变多少期限，再启用；改过一处，前面看的就不算了。 */
export function CalendarEditor(props: Props) {
  const { drawn, load } = useNewest(props.year.version);
  return <YearEditor key={drawn} {...props} onLoad={load} />;
}

function YearEditor({ year, preview, change, onLoad }: Props & { onLoad: (seen: string) => void }) {
  const router = useRouter();
  const [version, setVersion] = useState(year.version);
  const [days, setDays] = useState<YearDays>(year);
  const [source, setSource] = useState(year.source);
  const [provisional, setProvisional] = useState(year.provisional);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [outcome, setOutcome] = useState<{ tone: "good" | "bad"; text: string }>();
  const [seen, setSeen] = useState<CalendarPreview>();
  const [pending, during] = usePending();
  const wanted: Wanted = { year: year.year, source: source.trim(), provisional, daysOff: [...days.daysOff], makeUpWorkdays: [...days.makeUpWorkdays] };
  const [enacted, setEnacted] = useState(wanted);
  const guard = useLeaveGuard(JSON.stringify(wanted) !== JSON.stringify(enacted));

  const edits = useRef(0);
  const edit = (apply: () => void): void => {
    edits.current += 1;
    apply();
    setSeen(undefined);
    setOutcome(undefined);
  };

  function refuse(reply: { message: string; fields: Readonly<Record<string, string>> }): void {
    const { source: _source, version: changed, ...others } = reply.fields;
    setErrors(reply.fields);
    setOutcome(changed ? undefined : { tone: "bad", text: Object.values(others)[0] ?? reply.message });
  }

  async function look(event: FormEvent) {
    event.preventDefault();
    const asked = edits.current;
    const reply = await during(ask(preview, wanted));
    // 等的时候又改过：答的是改之前的日子
    if (edits.current !== asked) return;
    if (!reply.ok) return refuse(reply);
    setErrors({});
    setOutcome(undefined);
    setSeen(reply.value);
  }

  async function enact(found: CalendarPreview) {
    const reply = await during(ask(change, { wanted, version, expected: { cases: found.cases, tasks: found.tasks } }));
    setSeen(undefined);
    if (!reply.ok) return refuse(reply);
    setErrors({});
    setEnacted(wanted);
    setVersion(reply.value.version);
    setOutcome({ tone: "good", text: `已启用 ${year.year} 年的安排，${reply.value.cases} 件案件、${reply.value.tasks} 件容缺任务的期限随之重算。` });
    router.refresh();
  }

  return (
    <Panel title={`${year.year}年`} id="calendar-year">
      <LeaveQuestion guard={guard} />
      <form noValidate data-own-form onSubmit={(event) => void look(event)}>
        {outcome && <Message tone={outcome.tone} announce>{outcome.text}</Message>}
        {errors.version && <ChangedMeanwhile text={errors.version} onLoad={() => onLoad(version)} />}
        <FieldGroup>
          <FieldFrame id="calendar-source" label="依据的通知" required full error={errors.source} help="标题、文号与日期，期限旁会写明">
            {(control) => <TextInput {...control} value={source} onChange={(event) => edit(() => setSource(event.target.value))} />}
          </FieldFrame>
        </FieldGroup>
        <Checkbox label="暂定：年度通知还没有公布，落在这一年的期限标明“暂定”" checked={provisional} onChange={(event) => edit(() => setProvisional(event.target.checked))} />
        <p className="legend soft small">点一天改动：平日点成放假，周末点成调休上班、再点成放假。</p>
        <YearPicture key={year.year} year={year.year} days={days} onToggle={(day) => edit(() => setDays(toggled(day, days)))} />
        <PasteDays year={year.year} days={days} onChange={(next) => edit(() => setDays(next))} />
        <div className="btns mt">
          <Button type="submit" kind={seen ? "plain" : "primary"} disabled={pending}>预览会变的期限</Button>
        </div>
      </form>
      {seen && <PreviewPanel preview={seen} pending={pending} onConfirm={() => void enact(seen)} />}
    </Panel>
  );
}
