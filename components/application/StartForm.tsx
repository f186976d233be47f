"use client";

import { useState } from "react";
import { Button, ButtonLink } from "@/components/ui/Button";
import { Message } from "@/components/ui/Message";
import type { BusinessOffer } from "@/lib/licensing/views";
import type { Outcome } from "./types";

/** 开始填写；有草稿或在办的继续它，不能办的说明原因。 */
export function StartForm({ offer, start }: { offer: BusinessOffer; start: (input: { business: string }) => Promise<Outcome<unknown>> }) {
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string>();
  if (offer.openApplicationId) {
    return (
      <ButtonLink kind="primary" href={`/applications/${offer.openApplicationId}`}>
        {offer.openStateWord === "草稿" ? "继续填写" : `查看办理中的申请（${offer.openStateWord}）`}
      </ButtonLink>
    );
  }
  if (offer.unavailableBecause) return <Message tone="warn" title="现在不能办理。">{offer.unavailableBecause}</Message>;

  async function run() {
    setPending(true);
    const outcome = await start({ business: offer.business }).catch(() => undefined);
    setPending(false);
    if (!outcome?.ok) setFailure(outcome?.message ?? "没有送到，请检查网络后再试");
  }

  return (
    <div className="stack">
      <div className="btns">
        <Button kind="primary" onClick={() => void run()} blocked={pending ? "正在开始" : undefined}>
          开始填写
        </Button>
      </div>
      {failure && <Message tone="bad" announce>{failure}</Message>}
    </div>
  );
}
