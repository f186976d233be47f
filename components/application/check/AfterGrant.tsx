"use client";

import { EffectList } from "@/components/parties/EffectList";
import { getBusiness } from "@/lib/licensing/businesses";
import type { LicensingContext } from "@/lib/licensing/context";
import { effectsInWords } from "@/lib/licensing/effect-words";
import type { ApplicationFacts } from "../types";

/** 分立、合并：准予之后各方的许可证与人员会怎样，提交之前先说清；提交之后写明各方答复了什么。 */
export function AfterGrant({ facts: { business, parties = [] }, context }: { facts: ApplicationFacts; context: LicensingContext }) {
  const words = effectsInWords(getBusiness(business).effects(context), context);
  if (words.length === 0) return null;
  return (
    <div className="submit">
      <h2>准予之后</h2>
      <EffectList effects={words} />
      <p className="soft small">
        {parties.length > 0 ? `被吸收方企业的确认：${parties.map(({ name, stateWord }) => `${name}${stateWord}`).join("，")}。` : "提交后请被吸收方企业确认，全部同意之后才能受理。"}
      </p>
    </div>
  );
}
