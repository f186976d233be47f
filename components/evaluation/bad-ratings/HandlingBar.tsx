"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { SaveBar } from "@/components/ui/SaveBar";
import { Status } from "@/components/ui/Status";
import { useFocusOnSaid } from "@/components/ui/use-focus-on-said";
import type { HandlingWords } from "@/lib/evaluation/bad-ratings/handling";
import type { BadRatingView } from "@/lib/evaluation/bad-ratings/views";
import type { BadRatingAction } from "@/lib/evaluation/bad-ratings/workflow";
import type { AvailableAction } from "@/lib/workflow/transition";
import { HandlingDialog } from "./HandlingDialog";
import { PhoneLook } from "./PhoneLook";
import type { Handle, LookUp } from "./types";

type Offer = AvailableAction<BadRatingAction>;

/** 办理栏：按钮与服务端问同一张流程表；不能按的说明理由。关掉的表单再打开，写过的还在。 */
export function HandlingBar({ view, handle, lookUp }: { view: BadRatingView; handle: Handle; lookUp: LookUp }) {
  const router = useRouter();
  const [chosen, setChosen] = useState<Offer>();
  const [kept, keep] = useState<Partial<Record<BadRatingAction, HandlingWords>>>({});
  const [done, setDone] = useState<string>();
  const said = useFocusOnSaid(done, view);

  function finish(offer: Offer) {
    setChosen(undefined);
    keep((words) => ({ ...words, [offer.action]: undefined }));
    setDone(`已办理“${offer.label}”。`);
    router.refresh();
  }

  const reasons = [...new Set(view.offers.flatMap(({ blockedBy }) => (blockedBy ? [blockedBy] : [])))];
  return (
    <>
      <SaveBar
        before={view.offers.map((offer) => (
          <Button key={offer.action} kind={offer.tone} blockedBy={offer.blockedBy ? "handling-reason" : undefined} onClick={() => setChosen(offer)}>
            {offer.label}
          </Button>
        ))}
        line={
          <div className="saved small">
            <p className="soft" id="handling-reason">{lineOf(view, reasons)}</p>
            <p role="status" ref={said} tabIndex={-1}>{done && <Status tone="good">{done}</Status>}</p>
          </div>
        }
        after={view.mayLookUpPhone ? <PhoneLook badRatingId={view.id} lookUp={lookUp} /> : undefined}
      />
      {chosen && (
        <HandlingDialog
          key={chosen.action} view={view} offer={chosen} handle={handle} words={kept[chosen.action] ?? initialWords(view)}
          onWords={(words) => keep((all) => ({ ...all, [chosen.action]: words }))} onClose={() => setChosen(undefined)} onDone={() => finish(chosen)}
        />
      )}
    </>
  );
}

/** 谁办理、谁负责：办过所评业务的先选好，只待确认。 */
function initialWords({ assignable }: BadRatingView): HandlingWords {
  const suggested = assignable.find(({ handled }) => handled);
  return { text: "", ...(suggested ? { assigneeId: suggested.id } : {}) };
}

function lineOf({ offers, state, waitsFor, undecidable }: BadRatingView, reasons: readonly string[]): string {
  const said = [...reasons, undecidable].filter(Boolean);
  if (said.length > 0) return `${said.join("。")}。`;
  if (offers.length > 0 || state === "closed") return "";
  return `${waitsFor}。`;
}
