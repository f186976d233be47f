"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { momentOf } from "@/components/application/moments";
import { Button } from "@/components/ui/Button";
import { Dialog } from "@/components/ui/Dialog";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { Icon, type IconName } from "@/components/ui/Icon";
import { Panel } from "@/components/ui/Panel";
import { TextArea } from "@/components/ui/TextInput";
import { useContentKey } from "@/components/ui/use-content-key";
import { usePending } from "@/components/ui/use-pending";
import type { PartyView } from "@/lib/licensing/confirmations";
import type { ConfirmationStateCode } from "@/lib/terms/reorganisation";
import { useCaseDesk } from "./case-desk";
import { attempt } from "./types";

const looks: Record<ConfirmationStateCode, { icon: IconName; className: string }> = {
  pending: { icon: "alert", className: "hm" },
  confirmed: { icon: "tick", className: "ok" },
  declined: { icon: "cross", className: "no" },
};

/** 分立、合并的另一方与它们的答复；受理岗可以登记书面同意。 */
export function PartiesPanel() {
  const { view } = useCaseDesk();
  const [asking, ask] = useState<PartyView>();
  if (!view.parties) return null;
  const mayRecord = view.state === "submitted" && view.claimable;
  return (
    <Panel id="parties" title="被吸收方企业的确认">
      <ul className="checks">
        {view.parties.map((party) => (
          <li key={party.uscc} className={looks[party.state].className}>
            <Icon name={looks[party.state].icon} />
            <span>
              {party.name}：<b>{party.stateWord}</b>
              <small>{[party.uscc, party.answeredAt && momentOf(party.answeredAt), party.answeredBy, party.paperNote && `书面同意：${party.paperNote}`].filter(Boolean).join("，")}</small>
              {mayRecord && party.state === "pending" && <Button kind="link" about={party.name} onClick={() => ask(party)}>登记书面同意</Button>}
            </span>
          </li>
        ))}
      </ul>
      {asking && <PaperDialog party={asking} onClose={() => ask(undefined)} />}
    </Panel>
  );
}

function PaperDialog({ party, onClose }: { party: PartyView; onClose: () => void }) {
  const { view, actions } = useCaseDesk();
  const router = useRouter();
  const form = useId();
  const keyFor = useContentKey();
  const [note, write] = useState("");
  const [failure, setFailure] = useState<string>();
  const [pending, during] = usePending();

  async function record(event: FormEvent) {
    event.preventDefault();
    if (pending) return;
    const reply = await during(attempt(actions.recordConsent({ applicationId: view.applicationId, party: party.uscc, note, idempotencyKey: keyFor(note) })));
    if (!reply.ok) return setFailure(reply.fields.note ?? reply.message);
    onClose();
    router.refresh();
  }

  const footer = (
    <>
      <Button onClick={onClose}>取消</Button>
      <Button type="submit" form={form} kind="primary" blocked={pending ? "正在登记" : undefined}>确定登记</Button>
    </>
  );
  return (
    <Dialog open pending={pending} onClose={onClose} title={`登记${party.name}的书面同意`} footer={footer}>
      <form id={form} onSubmit={record} noValidate>
        <div className="fields">
          <FieldFrame id="paper-consent" label="收到的书面材料" required full help="写明材料名称、签字盖章与收到的日期；记入经过与审计" error={failure}>
            {(control) => <TextArea {...control} value={note} onChange={(event) => write(event.target.value)} />}
          </FieldFrame>
        </div>
      </form>
    </Dialog>
  );
}
