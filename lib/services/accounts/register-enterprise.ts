import "server-only";
import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { Refusal } from "@/lib/access/refusal";
import { findAccountByLogin, insertAccount } from "@/lib/data/accounts";
import { type Db, db, transaction } from "@/lib/data/client";
import { ensureOffice, findEnterprisesLike, findInstitution, insertEnterprise } from "@/lib/data/enterprises";
import { violatedIndex } from "@/lib/data/unique-violation";
import { accountFaults, type FieldFaults, faultsFrom } from "@/lib/enterprise/account-faults";
import { asParticulars, judgeParticulars } from "@/lib/enterprise/particulars";
import { Particulars } from "@/lib/enterprise/particulars-input";
import { type Office, officeForRegion } from "@/lib/licensing/offices";
import { recordAudit } from "@/lib/services/audit/record-audit";
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
  imported: "该单位已在系统中但还没有账号，请联系所属派出机构核实后开通",
  unitName: "该单位名称已注册，请核对，或直接登录",
  account: "该登录账号已被使用，请换一个",
} as const;

const indexFields: Readonly<Record<string, FieldFaults>> = {
  Enterprise_uscc_key: { uscc: taken.uscc },
  Enterprise_name_key: { unitName: taken.unitName },
  Account_login_key: { account: taken.account },
};

/** 提交会说明账号、代码、名称有没有注册过：同一来源限次，免得被一个个试出来。 */
const attemptLimit = { name: "register", max: 60, seconds: 3_600, message: "提交过于频繁，请一小时后再试" } as const;

/** 发送注册验证码到联系人手机。 */
export function requestRegistrationCode(actor: Actor, mobile: string): Promise<void> {
  return sendCode(actor, "register", mobile);
}

/** 企业注册：企业与首个账号（企业管理员）一个事务写入；名称、代码、账号的唯一由数据库保证。 */
export async function registerEnterprise(actor: Actor, input: RegisterInput): Promise<{ login: string }> {
  await limit(attemptLimit, whoIs(actor));
  const values = input.particulars as Particulars;
  const { faults, office } = await judge(input, values);
  const mobile = Mobile.safeParse(values.contactMobile ?? "");
  if (Object.keys(faults).length > 0 || !office || !mobile.success) throw refusal(faults);
  const codeId = await verifyCode(actor, "register", mobile.data, input.verifyCode);
  const passwordHash = await hashPassword(input.password);
  try {
    return await transaction((tx) => write(tx, actor, { input, values, office, mobile: mobile.data, codeId, passwordHash }));
  } catch (error) {
    const fields = indexFields[violatedIndex(error) ?? ""];
    throw fields ? refusal(fields) : error;
  }
}

const refusal = (fields: FieldFaults): Refusal => new Refusal("invalid", `有 ${Object.keys(fields).length} 处需要修改`, { fields });

async function judge(input: RegisterInput, values: Particulars): Promise<{ faults: FieldFaults; office?: Office }> {
  const on = await today(db());
  const office = officeForRegion(values.region ?? "");
  const faults: FieldFaults = {
    ...accountFaults(input, await getSetting("passwordProfile"), on),
    ...faultsFrom(judgeParticulars(definedValues(values), on)),
  };
  if (!office && !faults.region) faults.region = "请选择境内的省、市、区（县），以确定办理的派出机构";
  return { faults: { ...(await takenFaults(input, values)), ...faults }, ...(office ? { office } : {}) };
}

export const definedValues = (values: Particulars): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined));

async function takenFaults(input: RegisterInput, values: Particulars): Promise<FieldFaults> {
  const [others, account] = await Promise.all([
    findEnterprisesLike(db(), values.unitName ?? "", values.uscc ?? ""),
    findAccountByLogin(db(), input.account),
  ]);
  const sameCode = others.find((other) => other.uscc === values.uscc);
  return {
    ...(sameCode ? { uscc: sameCode._count.accounts > 0 ? taken.uscc : taken.imported } : {}),
    ...(others.some((other) => other.name === values.unitName) ? { unitName: taken.unitName } : {}),
    ...(account ? { account: taken.account } : {}),
  };
}

interface Registration {
  input: RegisterInput;
  values: Particulars;
  office: Office;
  mobile: string;
  codeId: string;
  passwordHash: string;
}

async function write(tx: Db, actor: Actor, { input, values, office, mobile, codeId, passwordHash }: Registration): Promise<{ login: string }> {
  await spendCode(tx, codeId);
  const parent = input.parentId ? await findInstitution(tx, input.parentId) : null;
  if (input.parentId && !parent) throw refusal({ parentOrg: "请重新选择上级企业" });
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
