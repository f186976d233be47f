import { Refusal } from "@/lib/access/refusal";
import { listParties } from "@/lib/data/business-facts";
import { type Db } from "@/lib/data/client";
import { lockEnterprises } from "@/lib/data/enterprises";
import { linkLicence, lockValidLicence } from "@/lib/data/licences";
import type { LicenceEffect } from "@/lib/licensing/business";
import { amendLicence } from "./amend-licence";
import { cancelLicence } from "./cancel-licence";
import { changeParticulars } from "./change-particulars";
import { issueLicence } from "./issue-licence";
import type { Effected, EffectOrder } from "./order";
import { recheckConditions } from "./recheck-conditions";
import { joinRoster, leaveRoster, replaceRoster } from "./roster";

/** 依次生效，都在签发的事务里，要么全成要么全不成；先按次序锁住涉及的企业，同时签发两件的后来者等待。 */
export async function applyEffects(tx: Db, order: EffectOrder, effects: readonly LicenceEffect[]): Promise<Effected> {
  await lockEnterprises(tx, [order.enterprise.uscc, ...(order.context.parties ?? []).map(({ uscc }) => uscc)]);
  await requireHolders(tx, effects);
  let effected: Effected = {};
  for (const effect of effects) {
    const outcome = await apply(tx, order, effect);
    effected = { ...effected, ...outcome };
  }
  // 提交之后另案准予过离职的，名册已与审查时不同：按生效之后的许可证重新核对
  if (effected.rosterDiffers) await recheckConditions(tx, order);
  return effected;
}

async function apply(tx: Db, order: EffectOrder, effect: LicenceEffect): Promise<Effected> {
  switch (effect.kind) {
    case "issue": {
      const issued = await issueLicence(tx, order, effect.items);
      await linkLicence(tx, order.caseId, issued.licenceId);
      return { licenceNumber: issued.number, validTo: issued.validTo };
    }
    case "amend":
      return amendLicence(tx, order, effect);
    case "cancel":
      await cancelLicence(tx, order, effect);
      return {};
    case "particulars":
      await changeParticulars(tx, order, effect.changes);
      return {};
    case "roster":
      return replaceRoster(tx, order, effect.from ?? []);
    case "leave":
      await leaveRoster(tx, order, effect);
      return {};
    case "join":
      await joinRoster(tx, order, effect);
      return {};
    case "conditions":
      await recheckConditions(tx, order, effect.holder);
      return {};
  }
}

/** 另一方的许可证须都还在：被另一件先签发的注销了的，什么也不做，说清是哪一家。 */
async function requireHolders(tx: Db, effects: readonly LicenceEffect[]): Promise<void> {
  const codes = new Set(effects.flatMap((effect) => ((effect.kind === "amend" || effect.kind === "cancel") && effect.holder !== "applicant" ? [effect.holder.uscc] : [])));
  for (const { id, uscc, name } of await listParties(tx, [...codes])) {
    if (!(await lockValidLicence(tx, id))) throw new Refusal("conflict", `“${name}”已经没有有效的许可证（已随另一件申请注销），不能按本申请办理，请退回核对`);
    codes.delete(uscc);
  }
  if (codes.size > 0) throw new Refusal("conflict", `没有找到统一社会信用代码为 ${[...codes].join("、")} 的企业，请退回核对`);
}
