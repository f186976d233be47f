import { randomBytes, randomInt } from "node:crypto";
import type { PublicActor, SignedInActor } from "@/lib/access/actor";
import { organisationCheckCharacter, usccCheckCharacter } from "@/lib/forms/identifiers";

process.env.DATA_KEY ??= randomBytes(32).toString("base64");
process.env.APP_ORIGIN = "http://localhost:3000";

const digits = (length: number): string => Array.from({ length }, () => randomInt(10)).join("");

/** 校验位正确的企业代码，每次不同。 */
export function newUscc(): string {
  const body = digits(8);
  const first17 = `91210102${body}${organisationCheckCharacter(body)}`;
  return organisationCheckCharacter(body) === "X" || !/^[0-9A-Z]+$/.test(first17) ? newUscc() : first17 + usccCheckCharacter(first17);
}

export const newMobile = (): string => `139${digits(8)}`;

/** 每次一个来源地址，限次互不影响。 */
export const visitor = (): PublicActor => ({ kind: "public", address: `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}` });

export const goodPassword = "Shenyang-2026";

export function particularsOf(change: Record<string, string> = {}): Record<string, string> {
  return {
    unitName: `沈阳${digits(10)}电力工程有限公司`,
    uscc: newUscc(),
    enterpriseType: "company",
    registrationType: "173",
    registeredCapital: "1000",
    foundedOn: "2015-03-01",
    businessTermTo: "",
    registrationAuthority: "沈阳市市场监督管理局",
    region: "辽宁省/沈阳市/和平区",
    domicile: "沈阳市和平区南京街1号",
    businessScope: "",
    legalRep: "王磊",
    legalRepIdType: "residentId",
    legalRepId: "11010519491231002X",
    legalRepMobile: "",
    mailingAddress: "沈阳市和平区南京街1号",
    postalCode: "110001",
    contact: "李丽",
    contactMobile: newMobile(),
    phone: "",
    fax: "",
    email: "",
    ...change,
  };
}

/** 发件箱里发给该号码的最近一个验证码。 */
export async function codeSentTo(mobile: string): Promise<string> {
  const { db } = await import("@/lib/data/client");
  const message = await db().outboxMessage.findFirstOrThrow({ where: { recipient: mobile, template: "verification" }, orderBy: { createdAt: "desc" } });
  return (message.params as { code: string }).code;
}

/** 让上一个验证码的一分钟间隔过去。 */
export async function passMinute(): Promise<void> {
  const { db } = await import("@/lib/data/client");
  await db().rateLimit.updateMany({ where: { key: { startsWith: "code.minute" } }, data: { until: new Date(0) } });
}

export interface Registered {
  login: string;
  mobile: string;
  particulars: Record<string, string>;
}

/** 按真实步骤注册一家企业。 */
export async function register(change: Record<string, string> = {}, more: { login?: string; parentId?: string } = {}): Promise<Registered> {
  const { RegisterInput, registerEnterprise, requestRegistrationCode } = await import("@/lib/services/accounts/register-enterprise");
  const actor = visitor();
  const particulars = particularsOf(change);
  const mobile = particulars.contactMobile ?? "";
  const login = more.login ?? `user_${digits(8)}`;
  await requestRegistrationCode(actor, mobile);
  const input = RegisterInput.parse({ particulars, account: login, password: goodPassword, password2: goodPassword, verifyCode: await codeSentTo(mobile), parentId: more.parentId ?? null });
  await registerEnterprise(actor, input);
  return { login, mobile, particulars };
}

/** 登录并取得身份，如同浏览器带着 Cookie 再来。 */
export async function signInAs(login: string, password = goodPassword, audience: "enterprise" | "staff" = "enterprise"): Promise<SignedInActor> {
  const { signIn } = await import("@/lib/services/accounts/sign-in");
  const { readSession } = await import("@/lib/services/accounts/read-session");
  const { sessionId } = await signIn(visitor(), { audience, login, password });
  const found = await readSession(sessionId);
  if (!found) throw new Error("the new session is not alive");
  return found.actor;
}

/** 内网人员。 */
export async function newStaff(roles: string[], officeCode = "NEEB"): Promise<string> {
  const { db } = await import("@/lib/data/client");
  const { hashPassword } = await import("@/lib/services/accounts/password-hash");
  const login = `staff_${digits(8)}`;
  await db().office.createMany({ data: { code: officeCode, name: "国家能源局东北监管局", regionDigit: 2, officeDigit: 1 }, skipDuplicates: true });
  await db().account.create({ data: { login, audience: "staff", displayName: "内网人员", passwordHash: await hashPassword(goodPassword), roles, officeCode } });
  return login;
}
