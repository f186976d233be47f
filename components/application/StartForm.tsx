"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { heedSessionEnd } from "@/components/account/session-end";
import { Button, ButtonLink } from "@/components/ui/Button";
import { lateDialog } from "@/components/ui/late";
import { Message } from "@/components/ui/Message";
import { type OffersView, standardLabel } from "@/lib/licensing/procedures/start";
import type { BusinessOffer } from "@/lib/licensing/views";
import type { ProcedureCode } from "@/lib/terms/application";
import { menuWordOf } from "@/lib/terms/businesses";
import type { Outcome } from "./types";
import { notSent } from "./not-sent";

const ProcedureDialog = lateDialog("选择办理方式", () => import("./ProcedureDialog").then((module) => module.ProcedureDialog));

export interface StartFormProps {
  offer: BusinessOffer;
  start: (input: { business: string; procedure?: ProcedureCode }) => Promise<Outcome<unknown>>;
  listProcedures: (input: { business: string }) => Promise<Outcome<OffersView>>;
  /** 从业务菜单点进来的：到了就问信用接口，有可选的办理方式即提示。 */
  asked?: boolean;
}

/** 开始填写；有草稿或在办的继续它，不能办的说明原因。 */
export function StartForm(props: StartFormProps) {
  const { offer } = props;
  if (offer.openApplicationId) {
    return (
      <ButtonLink kind="primary" href={`/applications/${offer.openApplicationId}`}>
        {offer.openStateWord === "草稿" ? "继续填写" : `查看办理中的申请（${offer.openStateWord}）`}
      </ButtonLink>
    );
  }
  if (offer.unavailableBecause) {
    return (
      <Message tone="warn" title="现在不能办理。" actions={offer.instead && <ButtonLink href={`/guides/${offer.instead}?start`}>改办{menuWordOf(offer.instead)}</ButtonLink>}>
        {offer.unavailableBecause}
      </Message>
    );
  }
  return <Begin {...props} />;
}

/** 先问可选的办理方式：没有的直接开始，有的请人选，问不到的说明并可按一般程序办理。 */
function Begin({ offer: { business, label }, start, listProcedures, asked }: StartFormProps) {
  const [pending, setPending] = useState(false);
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [offers, setOffers] = useState<OffersView>();

  const begin = useCallback(async (procedure: ProcedureCode) => {
    setPending(true);
    const outcome = await start({ business, ...(procedure === "standard" ? {} : { procedure }) }).then(heedSessionEnd).catch(() => undefined);
    setPending(false);
    setOffers(undefined);
    setFailure(outcome?.ok ? undefined : (outcome?.message ?? notSent));
  }, [business, start]);

  // 刚到这一页时悄悄地问，不挡住按钮
  const ask = useCallback(async (goOn: boolean) => {
    setPending(goOn);
    setFailure(undefined);
    setAsking(true);
    const outcome = await listProcedures({ business }).catch(() => undefined);
    setAsking(false);
    if (outcome?.ok && outcome.value.state === "none" && goOn) return begin("standard");
    setPending(false);
    if (outcome?.ok) setOffers(outcome.value);
    else setFailure(outcome?.message ?? notSent);
  }, [begin, business, listProcedures]);

  const arrived = useRef(false);
  useEffect(() => {
    if (!asked || arrived.current) return;
    arrived.current = true;
    void ask(false);
  }, [ask, asked]);

  return (
    <div className="stack">
      <div className="btns">
        <Button kind="primary" onClick={() => void ask(true)} blocked={pending ? "正在核实信用" : undefined}>
          开始填写
        </Button>
        {asking && <span className="soft small" role="status">正在核实可以使用的办理方式，最多十秒…</span>}
      </div>
      {failure && <Message tone="bad" announce>{failure}</Message>}
      {offers?.state === "unavailable" && (
        <Message tone="warn" announce title="信用接口暂时没有答复。" actions={<Button onClick={() => void begin("standard")} blocked={pending ? "正在开始" : undefined}>{standardLabel}</Button>}>
          现在不能核实贵单位可以使用哪些办理方式；请稍后再试，或按一般程序办理。
        </Message>
      )}
      {offers?.state === "offered" && (
        <ProcedureDialog business={label} offers={offers} pending={pending} onChoose={(procedure) => void begin(procedure)} onClose={() => setOffers(undefined)} onAbandon={() => setOffers(undefined)} />
      )}
    </div>
  );
}
