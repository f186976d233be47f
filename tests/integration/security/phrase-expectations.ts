import { db } from "@/lib/data/client";
import { listOfficePhrases, removePhrase, savePhrase } from "@/lib/services/review/phrases";
import type { Expectation } from "./expectations";
import { staffNamed, type World } from "./world";

let serial = 0;

/** 本机构的一条常用语。 */
async function newPhrase(world: World): Promise<string> {
  const { accountId, officeCode } = staffNamed(world, "signer");
  const { id } = await db().remarkPhrase.create({ data: { scope: "office", officeCode, accountId, text: `请核对 ${(serial += 1)}` } });
  return id;
}

/** 意见常用语的服务对谁开放。 */
export const phraseExpectations: Readonly<Record<string, Expectation>> = {
  "review/phrases#listOfficePhrases": { open: { staff: ["signer", "administrator"] }, call: (actor) => listOfficePhrases(actor) },
  "review/phrases#savePhrase": { open: { staff: ["signer", "administrator"] }, call: (actor) => savePhrase(actor, { scope: "office", text: `请补充 ${(serial += 1)}` }) },
  "review/phrases#removePhrase": { open: { staff: ["signer", "administrator"] }, record: newPhrase, call: removePhrase },
};
