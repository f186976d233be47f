"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { type Act, ask } from "@/components/account/reply";
import { Button, ButtonLink } from "@/components/ui/Button";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { Message } from "@/components/ui/Message";
import { Select } from "@/components/ui/Select";
import { TextArea } from "@/components/ui/TextInput";
import { newId } from "@/components/ui/new-id";
import { usePending } from "@/components/ui/use-pending";
import type { GeneratedCodes } from "@/lib/evaluation/code-views";
import { DEFAULT_VISIT_DAYS, RENEW_EARLY_DAYS, validityWord, visitValidityDays } from "@/lib/evaluation/codes";
import { parseServicePoints, SERVICE_POINTS_MAX } from "@/lib/evaluation/service-points";

export type GenerateVisitCodes = Act<{ servicePoints: string; days: (typeof visitValidityDays)[number]; idempotencyKey: string }, GeneratedCodes>;

const validities = visitValidityDays.map((days) => ({ value: String(days), label: validityWord(days) }));

/** 生成一次一评码：一行一个服务点，写成范围的展开，生成前先说会有几个。 */
export function GenerateVisitForm({ generate }: { generate: GenerateVisitCodes }) {
  const router = useRouter();
  const [text, setText] = useState("");
  const [key, setKey] = useState(() => newId());
  const [fault, setFault] = useState<string>();
  const [outcome, setOutcome] = useState<GeneratedCodes | { failure: string }>();
  const [pending, during] = usePending();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const parsed = parseServicePoints(text);
    setFault(parsed.ok ? undefined : parsed.message);
    if (!parsed.ok || pending) return;
    const days = visitValidityDays.find((choice) => String(choice) === new FormData(event.currentTarget).get("days")) ?? DEFAULT_VISIT_DAYS;
    const reply = await during(ask(generate, { servicePoints: text, days, idempotencyKey: key }));
    if (!reply.ok) return reply.fields.servicePoints ? setFault(reply.fields.servicePoints) : setOutcome({ failure: reply.message });
    setOutcome(reply.value);
    setText("");
    setKey(newId());
    router.refresh();
  }

  return (
    <form className="stack" noValidate onSubmit={(event) => void submit(event)} aria-label="生成一次一评二维码">
      {outcome && ("failure" in outcome ? <Message tone="bad" announce>{outcome.failure}</Message> : <Outcome codes={outcome} />)}
      <div className="genform">
        <FieldFrame id="service-points" label="服务点" required error={fault} note={text.trim() ? preview(text) : undefined} help={`一行一个，一批最多 ${SERVICE_POINTS_MAX} 个；写“1至12号窗口”即生成 12 个`}>
          {(control) => <TextArea {...control} rows={3} readOnly={pending} value={text} onChange={(event) => (setText(event.target.value), setFault(undefined))} />}
        </FieldFrame>
        <div className="stack">
          <FieldFrame id="validity" label="有效期" help={`到期前 ${RENEW_EARLY_DAYS} 天起可以生成接替的码`}>
            {(control) => <Select {...control} name="days" empty={null} defaultValue={String(DEFAULT_VISIT_DAYS)} options={validities} />}
          </FieldFrame>
          <div className="btns"><Button kind="primary" type="submit" blocked={pending ? "正在生成" : undefined}>生成</Button></div>
        </div>
      </div>
    </form>
  );
}

const SHOWN = 3;

/** 「将生成 12 个：1号窗口、2号窗口、3号窗口……12号窗口」。 */
function preview(text: string): string | undefined {
  const parsed = parseServicePoints(text);
  if (!parsed.ok) return undefined;
  const { points } = parsed;
  const last = points.length > SHOWN ? `……${points.at(-1)}` : "";
  return `将生成 ${points.length} 个：${points.slice(0, SHOWN).join("、")}${last}`;
}

function Outcome({ codes: { created, existing, batchId } }: { codes: GeneratedCodes }) {
  const [first] = created;
  const known = existing.length > 0 && `${existing.slice(0, SHOWN).map(({ servicePoint }) => servicePoint).join("、")}${existing.length > SHOWN ? ` 等 ${existing.length} 个服务点` : ""}已有有效的二维码，没有重复生成。`;
  if (!first) {
    return <Message tone="info" announce actions={existing[0] && <ButtonLink slim href={`/admin/evaluations/codes/${existing[0].id}`}>打开二维码</ButtonLink>}>{known}</Message>;
  }
  const actions = (
    <>
      {created.length === 1 && <ButtonLink slim href={`/admin/evaluations/codes/${first.id}`}>打开二维码</ButtonLink>}
      <a className="btn slim" href={created.length === 1 ? `/api/evaluation-codes/${first.id}/poster.pdf` : `/api/evaluation-codes/batches/${batchId}/posters.pdf`} download>
        {created.length === 1 ? "下载海报（PDF）" : `下载 ${created.length} 张海报（PDF）`}
      </a>
    </>
  );
  return (
    <Message tone="good" announce title={created.length === 1 ? `已生成${first.servicePoint}的二维码。` : `已生成 ${created.length} 个二维码。`} actions={actions}>{known}</Message>
  );
}
