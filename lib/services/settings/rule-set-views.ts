import "server-only";
import type { Actor } from "@/lib/access/actor";
import { authorise } from "@/lib/access/can";
import { db } from "@/lib/data/client";
import { findRuleSetInForce, ruleSets } from "@/lib/licensing/rule-sets";
import { namedLimits } from "@/lib/licensing/rule-sets/limit-names";
import { compareFigures, namedFigures } from "@/lib/licensing/rule-sets/named-figures";
import { figureLine, type RuleSetsView } from "@/lib/licensing/rule-sets/views";
import { today } from "@/lib/services/platform/clock";
import { getSetting } from "./settings";

/** 全部条件标准与期限，逐个数字带着出处；只给系统管理员。 */
export async function getRuleSets(actor: Actor): Promise<RuleSetsView> {
  authorise(actor, "settings.edit");
  const [chosen, law] = [await getSetting("ruleSetId"), findRuleSetInForce(await today(db()))?.id];
  return {
    sets: ruleSets.map((set) => ({
      id: set.id, title: set.title, effectiveFrom: set.effectiveFrom, effectiveTo: set.effectiveTo ?? "", isLaw: set.id === law, chosen: set.id === chosen,
      figures: namedFigures(set).map(({ where, text, figure }) => figureLine(where, text, figure)),
    })),
    differences: ruleSets.slice(1).flatMap((newer, index) => {
      const older = ruleSets[index];
      return older ? [{ older: older.title, newer: newer.title, rows: compareFigures(older, newer) }] : [];
    }),
    limits: namedLimits().map(({ name, text, figure }) => figureLine(name, text, figure)),
  };
}
