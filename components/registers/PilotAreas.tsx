"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState, useTransition } from "react";
import { type Act, ask } from "@/components/account/reply";
import { RegionPicker } from "@/components/fields/RegionPicker";
import { Button } from "@/components/ui/Button";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { Message } from "@/components/ui/Message";
import { Panel } from "@/components/ui/Panel";
import { usePending } from "@/components/ui/use-pending";
import type { PilotAreaRow } from "@/lib/licensing/procedures/credit-views";
import { type PilotAreaKind, pilotAreaKinds } from "@/lib/terms/credit";

export interface PilotAreasProps {
  kind: PilotAreaKind;
  areas: readonly PilotAreaRow[];
  add: Act<{ kind: PilotAreaKind; region: string }>;
  remove: Act<{ id: string }>;
}

/** 一种试点的地区：列入省、市或区县，下级地区随之列入。 */
export function PilotAreas({ kind, areas, add, remove }: PilotAreasProps) {
  const router = useRouter();
  const [region, setRegion] = useState("");
  const [outcome, setOutcome] = useState<{ tone: "good" | "bad"; text: string }>();
  const [fault, setFault] = useState<string>();
  const [pending, during] = usePending();
  const [renewing, renew] = useTransition();
  const blocked = pending || renewing ? "正在处理" : undefined;
  const word = pilotAreaKinds[kind];

  async function act(work: ReturnType<typeof add>, done: string) {
    const reply = await during(work);
    setFault(reply.ok ? undefined : reply.fields.region);
    setOutcome(reply.ok ? { tone: "good", text: done } : reply.fields.region ? undefined : { tone: "bad", text: reply.message });
    if (reply.ok) renew(() => router.refresh());
    return reply.ok;
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (blocked) return;
    if (region === "") return setFault("请选择省、市或区（县）");
    if (await act(ask(add, { kind, region }), `${region}已列入${word}`)) setRegion("");
  }

  return (
    <Panel title={word} id={`areas-${kind}`}>
      <div className="stack">
        {outcome && <Message tone={outcome.tone} announce>{outcome.text}</Message>}
        {areas.length === 0 ? <p className="soft">没有列入的地区。</p> : (
          <ul className="bullets">
            {areas.map(({ id, regionName, regionCode }) => (
              <li key={id}>
                {regionName} <span className="soft small">{regionCode}</span>{" "}
                <Button kind="link" about={`：${regionName}，${word}`} blocked={blocked} onClick={() => void act(ask(remove, { id }), `${regionName}不再列入${word}`)}>移除</Button>
              </li>
            ))}
          </ul>
        )}
        <form noValidate onSubmit={(event) => void submit(event)} aria-label={`列入${word}`}>
          <div inert={pending}>
            <FieldFrame id={`area-${kind}`} label="列入一个地区" full group="radio" help="只选省的，全省列入；选到市的，全市列入" error={fault}>
              <RegionPicker control={{ id: `area-${kind}` }} name={`area-${kind}`} value={region} onChange={(value) => (setRegion(value), setFault(undefined))} onBlur={() => undefined} />
            </FieldFrame>
          </div>
          <div className="btns mt"><Button kind="primary" type="submit" blocked={blocked}>列入</Button></div>
        </form>
      </div>
    </Panel>
  );
}
