import { transaction } from "@/lib/data/client";
import { hashPassword } from "@/lib/services/accounts/password-hash";
import { nextNumber } from "@/lib/services/platform/next-number";
import seeded from "./accounts.json";
import { insertEnterprises, type SeededEnterprise } from "./enterprises";

/** 一家全新的企业，与演示企业同属一个派出机构。 */
export async function freshEnterprise(): Promise<SeededEnterprise> {
  const passwordHash = await hashPassword(seeded.password);
  return transaction(async (tx) => {
    const n = 700 + (await nextNumber(tx, "seed-case"));
    const demo = { login: `case_${n}`, name: `沈阳样例${n}号电力工程有限公司`, serial: n, region: "辽宁省/沈阳市/和平区", street: `样例路 ${n} 号`, grade: "good" as const };
    const [enterprise] = await insertEnterprises(tx, [demo], passwordHash, new Date());
    if (!enterprise) throw new Error("no enterprise was made");
    return enterprise;
  });
}
