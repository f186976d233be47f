import { genderOf } from "@/lib/forms/identifiers";
import { mobileNumber, personName, residentIdNumber } from "@/prisma/seed/identities";

/** 虚构的人：同一序号永远得到同一个人，号码校验位正确，与任何真人无关。 */
export interface FictitiousPerson {
  name: string;
  residentId: string;
  mobile: string;
  gender: "male" | "female";
}

/** 第 n 个虚构的人；与演示数据同一套号码，序号不同即不重。 */
export function fictitiousPerson(n: number): FictitiousPerson {
  const residentId = residentIdNumber(n);
  return { name: personName(n), residentId, mobile: mobileNumber(n), gender: genderOf(residentId) ?? "male" };
}
