import { randomUUID } from "node:crypto";
import type { Db } from "@/lib/data/client";
import { asParticulars } from "@/lib/enterprise/particulars";
import { officeForRegion } from "@/lib/licensing/offices";
import type { StaffRoleCode } from "@/lib/terms/roles";
import seeded from "./accounts.json";
import { type DemoEnterprise, institutionNames, mainEnterprises, otherEnterprises } from "./enterprise-names";
import { creditCode, mobileNumber, personName, residentIdNumber } from "./identities";

/** 演示里各处都要用到的一家企业。 */
export interface SeededEnterprise {
  id: string;
  accountId: string;
  login: string;
  name: string;
  uscc: string;
  officeCode: string;
  domicile: string;
  /** 造人用的序号段，每家一千。 */
  people: number;
  legalRep: { name: string; idNo: string };
  /** 账号的使用人。 */
  contact: string;
  particulars: Record<string, string>;
}

const MANDATE: Record<string, StaffRoleCode> = {
  shouli: "intake", shencha: "examiner", fushen: "secondReviewer", qianfa: "signer", pingjia: "evaluationOfficer", guanli: "administrator", shenji: "auditor",
};

/** 演示用的派出机构：全部演示企业与工作人员同属一处。 */
export const DEMO_OFFICE = "NEEB";

function particularsOf({ name, serial, region, street }: Pick<DemoEnterprise, "name" | "serial" | "region" | "street">): Record<string, string> {
  const [, city = "", district = ""] = region.split("/");
  const people = serial * 1000;
  return asParticulars({
    enterpriseType: "company", registrationType: "173", registeredCapital: "1000", foundedOn: `${2006 + (serial % 12)}-0${1 + (serial % 9)}-18`,
    registrationAuthority: `${city}市场监督管理局`, region, domicile: `${region.split("/").join("")}${street}`,
    businessScope: "承装、承修、承试电力设施；电力工程施工；电气设备安装服务。", legalRep: personName(people), legalRepIdType: "residentId",
    legalRepId: residentIdNumber(people), legalRepMobile: mobileNumber(people), mailingAddress: `${city}${district}${street}`, postalCode: "110000",
    contact: personName(people + 5), contactMobile: mobileNumber(people + 5), phone: `024-2310${String(serial).padStart(4, "0")}`,
    email: `office${serial}@example.com`, unitName: name,
  });
}

/** 把一家演示企业变成可写入的样子。 */
export function asSeeded(demo: DemoEnterprise): SeededEnterprise {
  const office = officeForRegion(demo.region);
  if (!office) throw new Error(`no office for ${demo.region}`);
  const particulars = particularsOf(demo);
  const people = demo.serial * 1000;
  return {
    id: randomUUID(), accountId: randomUUID(), login: demo.login, name: demo.name, uscc: creditCode(demo.serial), officeCode: office.code,
    domicile: particulars.domicile ?? "", people, legalRep: { name: personName(people), idNo: residentIdNumber(people) }, contact: personName(people + 5), particulars,
  };
}

/** 企业、首个账号与信用登记，一次写入。 */
export async function insertEnterprises(tx: Db, demos: readonly DemoEnterprise[], passwordHash: string, createdAt: Date): Promise<SeededEnterprise[]> {
  const seededEnterprises = demos.map(asSeeded);
  await tx.enterprise.createMany({
    data: seededEnterprises.map(({ id, name, uscc, officeCode, particulars }) => ({ id, name, uscc, officeCode, particulars, formerNames: [], createdAt })),
  });
  await tx.account.createMany({
    data: seededEnterprises.map(({ accountId, login, id, people, contact }) => ({
      id: accountId, login, audience: "enterprise", displayName: contact, mobile: mobileNumber(people + 5), passwordHash, roles: ["owner"],
      enterpriseId: id, createdAt,
    })),
  });
  await tx.creditRecord.createMany({
    data: demos.flatMap(({ serial, grade, pilotZone = false, commitmentRegion = false }) =>
      grade ? [{ uscc: creditCode(serial), grade, pilotZone, commitmentRegion }] : [],
    ),
  });
  return seededEnterprises;
}

/** 全部演示企业：前五家与另外三十家。 */
export const demoEnterprises: readonly DemoEnterprise[] = [...mainEnterprises, ...otherEnterprises];

/** 「上级企业」弹窗里可选的机构。 */
export async function insertInstitutions(tx: Db, createdAt: Date): Promise<void> {
  await tx.enterprise.createMany({
    data: institutionNames.map(([name, region, street], index) => {
      const demo = { name, serial: 601 + index, region, street };
      return {
        name, uscc: creditCode(demo.serial), officeCode: officeForRegion(region)?.code ?? DEMO_OFFICE, particulars: particularsOf(demo), formerNames: [],
        isInstitution: true, createdAt,
      };
    }),
  });
}

/** 内网的一位工作人员，办理记录里要用。 */
export interface SeededStaff {
  id: string;
  login: string;
  name: string;
  role: StaffRoleCode;
}

/** 七个岗位各一人，姓名取自打印给使用者的那一份。 */
export async function insertStaff(tx: Db, passwordHash: string, createdAt: Date): Promise<SeededStaff[]> {
  const staff = seeded.accounts.flatMap(({ account, name }) => {
    const role = MANDATE[account];
    return role ? [{ id: randomUUID(), login: account, name, role }] : [];
  });
  await tx.account.createMany({
    data: staff.map(({ id, login, name, role }) => ({
      id, login, audience: "staff", displayName: name, passwordHash, roles: [role], officeCode: DEMO_OFFICE, createdAt,
    })),
  });
  return staff;
}
