import { Refusal } from "@/lib/access/refusal";
import type { Db } from "@/lib/data/client";
import type { HeldLicence } from "@/lib/data/licences";
import { listParties } from "@/lib/data/business-facts";
import type { LicenceHolder } from "@/lib/licensing/business";
import type { EffectOrder } from "./order";

/** 许可证属于哪家企业。 */
export async function holderId(tx: Db, { enterprise }: EffectOrder, holder: LicenceHolder): Promise<string> {
  if (holder === "applicant") return enterprise.id;
  const [party] = await listParties(tx, [holder.uscc]);
  if (!party) throw new Refusal("conflict", `没有找到统一社会信用代码为 ${holder.uscc} 的企业，请退回核对`);
  return party.id;
}

/** 申请所针对的那一件：其间注销、届满而换了新证的，不能作用到新证上。 */
export function requireSame({ context }: EffectOrder, held: HeldLicence): void {
  const { licence } = context;
  if (licence && licence.licenceId !== held.id) throw new Refusal("conflict", `申请所针对的许可证 ${licence.number} 已经换成 ${held.number}，不能按本申请办理，请不予许可`);
}
