import type { ApplicationRecord } from "@/lib/data/applications";
import type { Db } from "@/lib/data/client";
import { listEngagedElsewhere, listPeopleInCases, lockPeople } from "@/lib/data/engagements";
import type { Issue } from "@/lib/forms/issue";
import { Refusal } from "@/lib/access/refusal";
import type { Business } from "@/lib/licensing/business";
import type { LicensingContext } from "@/lib/licensing/context";
import { changeOf, DEPARTURE, ENTRY, numberField } from "@/lib/licensing/personnel/change";

const wrong = (place: Pick<Issue, "section" | "field">, message: string): Issue => ({ ...place, message, severity: "blocking", nature: "wrong" });

/**
 * 人员变更提交前，库里才知道的两件事：入职的人不在别家任职，一人只有一件人员变更在办。
 * 同一人同时提交两件的，按号码排队，后来者被拒。
 * @throws Refusal invalid 指到那一项；别家的不说是哪一家
 */
export async function requireFreePeople(tx: Db, { caseId, enterpriseId }: ApplicationRecord, { several }: Business, context: LicensingContext): Promise<void> {
  if (!several) return;
  const { leaving, joining } = changeOf(context);
  const numbers = [leaving, joining].flatMap((person) => (person ? [person.idNumber] : []));
  await lockPeople(tx, numbers);
  const elsewhere = joining ? await listEngagedElsewhere(tx, enterpriseId, [joining.idNumber]) : [];
  const running = await listPeopleInCases(tx, numbers, caseId);
  const at = (idNumber: string) => (joining?.idNumber === idNumber ? { section: ENTRY, field: numberField(joining.kind) } : { section: DEPARTURE, field: "person" });
  const issues = [
    ...elsewhere.map(() => wrong({ section: ENTRY, field: numberField(joining?.kind ?? "") }, "该身份证号码的人员正在其他企业任职，在那里办理离职之后才能入职")),
    ...running.map(({ idNumber, number, enterpriseId: owner }) => wrong(at(idNumber), owner === enterpriseId ? `此人的人员变更 ${number} 正在办理，办结之后才能再办` : "此人正在办理其他入职申请，暂不能重复办理")),
  ];
  if (issues.length > 0) throw new Refusal("invalid", `还有 ${issues.length} 项不符合，不能提交`, { issues });
}
