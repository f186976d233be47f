"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button, ButtonLink } from "@/components/ui/Button";
import { SaveBar } from "@/components/ui/SaveBar";
import { Status } from "@/components/ui/Status";
import { useFocusOnSaid } from "@/components/ui/use-focus-on-said";
import type { LicensingAction } from "@/lib/licensing/workflow";
import type { AvailableAction } from "@/lib/workflow/transition";
import { ClaimButton } from "./ClaimButton";
import { openRemarks, useCaseDesk } from "./case-desk";
import { DecisionDialog, type DecisionWords } from "./DecisionDialog";

type Offer = AvailableAction<LicensingAction>;

/** 决定栏：按钮与服务端问同一张流程表；不能按的说明理由。关掉的表单再打开、别人先办了，写过的还在。 */
export function DecisionBar() {
  const { view, unsaved } = useCaseDesk();
  const router = useRouter();
  const [chosen, setChosen] = useState<Offer>();
  const [kept, keep] = useState<Partial<Record<LicensingAction, DecisionWords>>>({});
  const [outcome, setOutcome] = useState<{ tone: "good" | "warn"; text: string }>();

  const said = useFocusOnSaid(outcome, view);
  const [warned, setWarned] = useState(false);
  const places = warned ? unsaved.targets.map(({ label }) => `“${label}”`).join("、") : "";

  function finish({ action }: Offer, text: string, tone: "good" | "warn") {
    setChosen(undefined);
    if (tone === "good") keep((all) => ({ ...all, [action]: undefined }));
    setOutcome({ tone, text });
    router.refresh();
  }

  /** 写了没有存的意见，办理之后就没有地方写了。 */
  function choose(offer: Offer) {
    setWarned(unsaved.targets.length > 0);
    if (unsaved.targets.length === 0) setChosen(offer);
  }

  const reasons = [...new Set(view.actions.map((offer) => offer.blockedBy).filter((reason) => reason !== undefined))];
  const buttons = view.actions.map((offer) => (
    <Button key={offer.action} kind={offer.tone} blockedBy={offer.blockedBy ? "decision-blocked" : undefined} onClick={() => choose(offer)}>
      {labelOf(offer, openRemarks(view))}
    </Button>
  ));
  const next = view.nextId && <ButtonLink className="wide-only" href={`/admin/applications/${view.nextId}`}>下一件</ButtonLink>;
  return (
    <>
      <SaveBar
        before={<><ClaimButton onClaimed={() => setOutcome({ tone: "good", text: "已由您承办" })} />{buttons}</>}
        line={
          <div className="saved small">
            <p className="soft" id="decision-blocked">{view.shownRound < view.round ? "正在看从前的一次提交；要办理，请回到本次提交。" : lineOf(reasons, view.actions.length)}</p>
            <p role="status" ref={said} tabIndex={-1}>
              {places ? <Status tone="warn">{places}的意见还没有存为草稿：请先存下，或者不要它。</Status> : outcome && <Status tone={outcome.tone}>{outcome.text}</Status>}
            </p>
          </div>
        }
        after={next || undefined}
      />
      {chosen && (
        <DecisionDialog
          offer={chosen} said={kept[chosen.action] ?? {}} onSaid={(words) => keep((all) => ({ ...all, [chosen.action]: words }))}
          onClose={() => setChosen(undefined)} onDone={(text, tone) => finish(chosen, text, tone)}
        />
      )}
    </>
  );
}

const labelOf = (offer: Offer, remarks: number): string =>
  offer.action === "returnForCorrection" && remarks > 0 ? `${offer.label}（${remarks} 条意见）` : offer.label;

function lineOf(reasons: readonly string[], actions: number): string {
  if (reasons.length > 0) return `${reasons.join("。")}。`;
  return actions === 0 ? "本案现在没有您可以办理的动作。" : "";
}
