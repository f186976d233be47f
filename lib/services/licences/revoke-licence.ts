import { Refusal } from "@/lib/access/refusal";
import type { Db } from "@/lib/data/client";
import { setUnderRectification } from "@/lib/data/follow-ups";
import { lockValidLicence } from "@/lib/data/licences";
import { endLicence } from "./effects/cancel-licence";

export interface RevocationOrder {
  enterpriseId: string;
  /** 据以核查的案件。 */
  caseId: string;
  /** 要撤销的那一件；企业现在持有的不是它，就不办。 */
  licenceId: string | null;
  reason: string;
  today: string;
}

/**
 * 撤销许可（行政许可法第六十九条）：许可证到此为止，人员不再在册，电工登记释放。
 * @throws Refusal conflict 许可证已经注销、撤销或换成另一件
 */
export async function revokeLicence(tx: Db, { enterpriseId, caseId, licenceId, reason, today }: RevocationOrder): Promise<{ licenceId: string; number: string }> {
  const held = await lockValidLicence(tx, enterpriseId);
  if (!held || (licenceId !== null && held.id !== licenceId)) throw new Refusal("conflict", "许可证已经注销、撤销或换成另一件，不能再撤销");
  await endLicence(tx, held, { caseId, reason: `撤销：${reason}`, today, state: "revoked" });
  await setUnderRectification(tx, held.id, false);
  return { licenceId: held.id, number: held.number };
}
