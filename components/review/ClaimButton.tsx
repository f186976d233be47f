"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { usePending } from "@/components/ui/use-pending";
import { useCaseDesk } from "./case-desk";
import { TakeOverDialog } from "./TakeOverDialog";
import { attempt } from "./types";

/** 领取；由别人承办的须写理由接办。已由本人承办或不归本岗位办的，不出现。 */
export function ClaimButton({ onClaimed }: { onClaimed: () => void }) {
  const { view, actions } = useCaseDesk();
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [pending, during] = usePending();
  if (!view.claimable || view.mine) return null;

  async function claim(takeOverReason?: string): Promise<string | undefined> {
    const reply = await during(attempt(actions.claim({ applicationId: view.applicationId, ...(takeOverReason ? { takeOverReason } : {}) })));
    if (reply.ok) {
      setAsking(false);
      onClaimed();
    }
    router.refresh();
    return reply.ok ? undefined : reply.message;
  }

  return (
    <>
      {view.holder ? <Button onClick={() => setAsking(true)}>接办</Button> : <Button blocked={pending ? "正在领取" : undefined} onClick={async () => setFailure(await claim())}>领取</Button>}
      {failure && <span className="bad-t" role="alert">{failure}</span>}
      {asking && <TakeOverDialog title={`本案由${view.holder}承办`} takeOver={claim} onClose={() => setAsking(false)} />}
    </>
  );
}
