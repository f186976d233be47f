import { Refusal } from "@/lib/access/refusal";
import type { Db } from "@/lib/data/client";
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
