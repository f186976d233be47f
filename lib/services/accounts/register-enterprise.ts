import "server-only";
import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { Refusal } from "@/lib/access/refusal";
import { findAccountByLogin, insertAccount, isLoginTaken } from "@/lib/data/accounts";
import { type Db, db, transaction } from "@/lib/data/client";
import { ensureOffice, findEnterprisesLike, findInstitution, insertEnterprise } from "@/lib/data/enterprises";
import { violatedIndex } from "@/lib/data/unique-violation";
import { accountFaults, type FieldFaults, faultsFrom } from "@/lib/enterprise/account-faults";
import { asParticulars, judgeParticulars } from "@/lib/enterprise/particulars";
import { Particulars } from "@/lib/enterprise/particulars-input";
import { type Office, officeForRegion } from "@/lib/licensing/offices";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { alreadyClaimed, requestClaim } from "@/lib/services/claims/request-claim";
import { today } from "@/lib/services/platform/clock";
import { getSetting } from "@/lib/services/settings/settings";
import { limit, whoIs } from "./limit";
import { hashPassword } from "./password-hash";
import { Mobile, sendCode, spendCode, verifyCode } from "./verification";

export const RegisterInput = z.object({
  particulars: Particulars,
  account: z.string().max(60).transform((value) => value.trim()),
  password: z.string().max(200),
  password2: z.string().max(200),
  verifyCode: z.string().max(20).transform((value) => value.trim()),
  parentId: z.uuid().nullable(),
});
export type RegisterInput = z.output<typeof RegisterInput>;

export const taken = {
  uscc: "该统一社会信用代码已注册，请直接登录或找回密码",
  unitName: "该单位名称已注册，请核对，或直接登录",
  account: "该登录账号已被使用，请换一个",
} as const;

const indexFields: Readonly<Record<string, FieldFaults>> = {
  Enterprise_uscc_key: { uscc: taken.uscc },
  Enterprise_name_key: { unitName: taken.unitName },
  claim_pending: { uscc: alreadyClaimed },
};

/** 注册的结果；有 claim 的是认领在册而没有账号的企业，核实之后账号才开通。 */
export interface Registered {
  login: string;
  claim?: { dueOn: string };
}

/** 提交会说明账号、代码、名称有没有注册过：同一来源限次，免得被一个个试出来。 */
const attemptLimit = { name: "register", max: 60, seconds: 3_600, message: "提交过于频繁，请一小时后再试" } as const;

/** 发送注册验证码到联系人手机。 */
export function requestRegistrationCode(actor: Actor, mobile: string): Promise<void> {
  return sendCode(actor, "register", mobile);
}

/**
 * 企业注册：企业与首个账号（企业管理员）一个事务写入；名称、代码、账号的唯一由数据库保证。
 * 代码属于在册而没有账号的企业时成为认领申请（决定二十八）。
 */
export async function registerEnterprise(actor: Actor, input: RegisterInput): Promise<Registered> {
  await limit(attemptLimit, whoIs(actor));
  const values = input.particulars as Particulars;
  const { faults, office, claimed } = await judge(input, values);
  const mobile = Mobile.safeParse(values.contactMobile ?? "");
  if (Object.keys(faults).length > 0 || !office || !mobile.success) throw refusal(faults);
  const codeId = await verifyCode(actor, "register", mobile.data, input.verifyCode);
  const passwordHash = await hashPassword(input.password);
  try {
    return await transaction((tx) => write(tx, actor, { input, values, office, claimed, mobile: mobile.data, codeId, passwordHash }));
  } catch (error) {
    const fields = isLoginTaken(error) ? { account: taken.account } : indexFields[violatedIndex(error) ?? ""];
    throw fields ? refusal(fields) : error;
  }
}

const refusal = (fields: FieldFaults): Refusal => new Refusal("invalid", `有 ${Object.keys(fields).length} 处需要修改`, { fields });

async function judge(input: RegisterInput, values: Particulars): Promise<{ faults: FieldFaults; office?: Office; claimed?: string }> {
  const on = await today(db());
  const office = officeForRegion(values.region ?? "");
  const faults: FieldFaults = {
    ...accountFaults(input, await getSetting("passwordProfile"), on),
    ...faultsFrom(judgeParticulars(definedValues(values), on)),
  };
  if (!office && !faults.region) faults.region = "请选择境内的省、市、区（县），以确定办理的派出机构";
  const { claimed, ...found } = await takenFaults(input, values);
  return { faults: { ...found.faults, ...faults }, ...(office ? { office } : {}), ...(claimed ? { claimed } : {}) };
}

export const definedValues = (values: Particulars): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined));

/** claimed 为在册而没有账号的企业：它自己的名称不算被占用。 */
async function takenFaults(input: RegisterInput, values: Particulars): Promise<{ faults: FieldFaults; claimed?: string }> {
  const [others, account] = await Promise.all([
    findEnterprisesLike(db(), values.unitName ?? "", values.uscc ?? ""),
    findAccountByLogin(db(), input.account),
  ]);
  const sameCode = others.find((other) => other.uscc === values.uscc);
  const claimed = sameCode && sameCode._count.accounts === 0 ? sameCode : undefined;
  const faults: FieldFaults = {
    ...(sameCode && !claimed ? { uscc: taken.uscc } : {}),
    ...(others.some((other) => other.name === values.unitName && other.id !== claimed?.id) ? { unitName: taken.unitName } : {}),
    ...(account ? { account: taken.account } : {}),
  };
  return { faults, ...(claimed ? { claimed: claimed.id } : {}) };
}

interface Registration {
  input: RegisterInput;
  values: Particulars;
  office: Office;
  /** 认领的企业。 */
  claimed: string | undefined;
  mobile: string;
  codeId: string;
  passwordHash: string;
}

async function write(tx: Db, actor: Actor, { input, values, office, claimed, mobile, codeId, passwordHash }: Registration): Promise<Registered> {
  await spendCode(tx, codeId);
  const parent = input.parentId ? await findInstitution(tx, input.parentId) : null;
  if (input.parentId && !parent) throw refusal({ parentOrg: "请重新选择上级企业" });
  if (claimed) {
    const request = { enterpriseId: claimed, login: input.account, passwordHash, displayName: values.contact ?? "", mobile, particulars: definedValues(values), parentId: parent?.id ?? null };
    return { login: input.account, claim: await requestClaim(tx, actor, request, taken.uscc) };
  }
  await ensureOffice(tx, office);
  const enterprise = await insertEnterprise(tx, {
    name: values.unitName ?? "",
    uscc: values.uscc ?? "",
    officeCode: office.code,
    particulars: asParticulars({ ...values, parentOrg: "" }),
    parentId: parent?.id ?? null,
  });
  const account = await insertAccount(tx, {
    login: input.account, audience: "enterprise", displayName: values.contact ?? "", mobile, passwordHash, roles: ["owner"], enterpriseId: enterprise.id,
  });
  await recordAudit(tx, { actor, action: "enterprise.register", subject: "Enterprise", subjectId: enterprise.id, detail: { name: values.unitName ?? "", accountId: account.id } });
  return { login: input.account };
}
