"use client";

import { useState } from "react";
import { heedSessionEnd } from "@/components/account/session-end";
import { Button } from "@/components/ui/Button";
import { lateDialog } from "@/components/ui/late";
import { Link } from "@/components/ui/Link";
import { Message } from "@/components/ui/Message";
import { useOpen } from "@/components/ui/opening";
import { terminationPath } from "@/lib/licensing/termination";
import { businesses } from "@/lib/terms/businesses";
import type { ApplicationFacts, SectionActions } from "./types";
import { newId } from "@/components/ui/new-id";
import { usePending } from "@/components/ui/use-pending";
import { notSent } from "./not-sent";

const ConfirmDialog = lateDialog(businesses.discard, () => import("@/components/ui/ConfirmDialog").then((module) => module.ConfirmDialog));

export interface DiscardLinkProps {
  facts: Pick<ApplicationFacts, "applicationId" | "label" | "number" | "actions">;
  discard: SectionActions["discard"];
  /** 办完去哪里由填报页先过一遍离开提醒；缺省直接去。 */
  onDone?: (href: string) => void;
}

/** 申请废弃与终止申请：没提交的当场废弃；已提交的去业务办理终止（决定十五）。现在不能办的不出现。 */
export function DiscardLink(props: DiscardLinkProps) {
  const { actions, applicationId } = props.facts;
  const discard = actions.find((one) => one.action === "discard");
  const terminate = actions.find((one) => one.action === "terminate");
  return (
    <>
      {discard && <Discard {...props} action={discard} />}
      {terminate && (
        <Link className="link" href={terminationPath(applicationId)}>
          {discard ? terminate.label : `${DISCARD}（${terminate.label}）`}
        </Link>
      )}
    </>
  );
}

const DISCARD = businesses.discard;

/** 问过才办，办完去申请列表。 */
function Discard({ facts, discard, onDone, action }: DiscardLinkProps & { action: ApplicationFacts["actions"][number] }) {
  const open = useOpen();
  const [asking, ask] = useState(false);
  const [pending, during] = usePending();
  const [failure, setFailure] = useState<string>();
  const [idempotencyKey] = useState(() => newId());

  async function run() {
    const outcome = await during(discard({ applicationId: facts.applicationId, idempotencyKey }).then(heedSessionEnd).catch(() => undefined));
    if (outcome?.ok) return onDone ? onDone("/applications") : open("/applications");
    setFailure(outcome?.message ?? notSent);
  }

  return (
    <>
      <Button kind="link" onClick={() => ask(true)} blocked={action.blockedBy}>
        {action.label}
      </Button>
      {asking && (
        <ConfirmDialog open onAbandon={() => ask(false)} onClose={() => ask(false)} title={`${action.label}？`} confirmLabel={`确定${action.label.replace("申请", "")}`} dangerous pending={pending} onConfirm={() => void run()}>
          <p>
            {facts.label} {facts.number}
          </p>
          <p>{action.confirm}</p>
          {failure && <Message tone="bad" announce>{failure}</Message>}
        </ConfirmDialog>
      )}
    </>
  );
}
