import { Refusal } from "@/lib/access/refusal";
import type { Db } from "@/lib/data/client";
import { findEnterprise, storeParticulars } from "@/lib/data/enterprises";
import { violatedIndex } from "@/lib/data/unique-violation";
import { asFacts, asParticulars } from "@/lib/enterprise/particulars";
import type { EffectOrder } from "./order";

/**
 * 登记事项变更生效：企业信息处处换成新的，以前的名称与内容留在变更记录里。
 * @throws Refusal conflict 新名称已被别家使用
 */
export async function changeParticulars(tx: Db, order: EffectOrder, changes: Readonly<Record<string, string>>): Promise<void> {
  const { enterprise, caseId, today } = order;
  // 企业已锁住：读到案件之后、锁住之前保存的登记信息也要留下
  const stored = await findEnterprise(tx, enterprise.id);
  if (stored) Object.assign(enterprise, { name: stored.name, particulars: stored.particulars });
  const before = asFacts(enterprise);
  const after = { ...before, ...changes };
  const { parentOrg } = asParticulars(before);
  const particulars = { ...asParticulars(after), parentOrg: parentOrg ?? "" };
  const name = after.unitName ?? enterprise.name;
  const changed = Object.keys(changes).filter((key) => (before[key] ?? "") !== (after[key] ?? ""));
  const pick = (facts: Record<string, string>): Record<string, string> => Object.fromEntries(changed.map((key) => [key, facts[key] ?? ""]));
  try {
    await storeParticulars(tx, enterprise.id, { name, particulars, formerName: name === enterprise.name ? undefined : enterprise.name }, { caseId, before: pick(before), after: pick(after), effectiveOn: today });
  } catch (error) {
    if (violatedIndex(error) === "Enterprise_name_key") throw new Refusal("conflict", `单位名称“${name}”已被其他企业登记，请退回核对`);
    throw error;
  }
  // 其后出的证面用新的登记信息
  Object.assign(enterprise, { name, particulars });
}
