import "server-only";
import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise, requireStaff } from "@/lib/access/can";
import { Refusal } from "@/lib/access/refusal";
import { db, transaction } from "@/lib/data/client";
import { findSecondFactor } from "@/lib/data/second-factors";
import { ensureOffice } from "@/lib/data/enterprises";
import { listOfficeDigits, lockSettings, updateOfficeDigits } from "@/lib/data/settings";
import { offices } from "@/lib/licensing/offices";
import { findRuleSetInForce, getRuleSet, isRuleSetId, mayBeDefault, openFigures, type RuleSet, ruleSets } from "@/lib/licensing/rule-sets";
import { valueText } from "@/lib/licensing/rule-sets/named-figures";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { today } from "@/lib/services/platform/clock";
import { changedMeanwhile, versionOf } from "@/lib/services/platform/seen-version";
import { sendsExternally } from "@/lib/services/outbox/read-outbox";
import { getSetting, setSetting } from "./settings";

export interface RuleSetView {
  id: string;
  title: string;
  effectiveFrom: string;
  chosen: boolean;
  isLaw: boolean;
  /** 尚为暂定的数字，逐条说明。 */
  provisional: string[];
}

export interface OfficeView {
  code: string;
  name: string;
  regionDigit: number;
  officeDigit: number;
  confirmed: boolean;
  /** 所见的两位与核实没有；核实的时候带回，据此认出别人先改过。 */
  version: string;
}

export interface SettingsView {
  ruleSets: RuleSetView[];
  passwordProfile: "djbh3" | "asvs";
  /** 内网人员须用动态口令。 */
  staffSecondFactor: boolean;
  offices: OfficeView[];
  /** 短信、附件是否离开本单位。 */
  external: { sms: boolean; files: boolean };
}

/** 系统设置页所见；只给系统管理员。 */
export async function getSettings(actor: Actor): Promise<SettingsView> {
  authorise(actor, "settings.edit");
  const [chosen, passwordProfile, staffSecondFactor, confirmedOffices, on, stored] = await Promise.all([
    getSetting("ruleSetId"), getSetting("passwordProfile"), getSetting("staffSecondFactor"), getSetting("confirmedOffices"), today(db()), listOfficeDigits(db()),
  ]);
  const law = findRuleSetInForce(on)?.id;
  return {
    ruleSets: ruleSets.map((set) => ({
      id: set.id, title: set.title, effectiveFrom: set.effectiveFrom, chosen: set.id === chosen, isLaw: set.id === law, provisional: provisionalTexts(set),
    })),
    passwordProfile,
    staffSecondFactor,
    offices: officeViews(stored, confirmedOffices),
    external: { sms: sendsExternally(), files: Boolean(process.env.UPLOADTHING_TOKEN) },
  };
}

/** 全部派出机构与它们在编号里的两位；没有用到过的取暂定的。 */
function officeViews(stored: readonly { code: string; regionDigit: number; officeDigit: number }[], confirmed: readonly string[]): OfficeView[] {
  return offices.map(({ code, name, regionDigit, officeDigit }) => {
    const row = stored.find((one) => one.code === code);
    const content = { regionDigit: row?.regionDigit ?? regionDigit, officeDigit: row?.officeDigit ?? officeDigit, confirmed: confirmed.includes(code) };
    return { code, name, ...content, version: versionOf(content) };
  });
}

function provisionalTexts(set: RuleSet): string[] {
  return openFigures(set).map(({ where, figure }) => `${where}：暂按 ${valueText(figure.value)}${figure.note ? `（${figure.note}）` : ""}`);
}

export const ChooseRuleSetInput = z.object({ id: z.string().max(60), confirmed: z.boolean() });

/** 更换条件标准；含暂定数字的一套须管理员确认后才能采用。 */
export async function chooseRuleSet(actor: Actor, { id, confirmed }: z.output<typeof ChooseRuleSetInput>): Promise<void> {
  authorise(actor, "settings.edit");
  if (!isRuleSetId(id)) throw new Refusal("invalid", "请选择一套条件标准");
  const set = getRuleSet(id);
  await transaction(async (tx) => {
    await lockSettings(tx);
    const before = await getSetting("confirmedRuleSets", tx);
    if (!mayBeDefault(set, confirmed || before.includes(id))) throw new Refusal("invalid", "请先确认这套标准中的暂定数字", { fields: { confirmed: "请先确认这套标准中的暂定数字" } });
    if (confirmed && !before.includes(id)) await setSetting(tx, actor, "confirmedRuleSets", [...before, id]);
    await setSetting(tx, actor, "ruleSetId", id);
  });
}

export const ChooseProfileInput = z.object({ profile: z.enum(["djbh3", "asvs"]) });

/** 更换密码策略；已有的密码不受影响，下次设置时按新策略。 */
export async function choosePasswordProfile(actor: Actor, { profile }: z.output<typeof ChooseProfileInput>): Promise<void> {
  await transaction((tx) => setSetting(tx, actor, "passwordProfile", profile));
}

export const RequireSecondFactorInput = z.object({ required: z.boolean() });

const ownFactorFirst = "请先在“登录安全”里设置您自己的动态口令，再要求所有人使用";

/**
 * 要不要内网人员都用动态口令；要的话，没有设置的人打开的下一页就是设置。
 * @throws Refusal conflict 要求的人自己还没有设置：一保存就把自己挡在外面
 */
export async function requireSecondFactor(actor: Actor, { required }: z.output<typeof RequireSecondFactorInput>): Promise<void> {
  authorise(actor, "settings.edit");
  const { accountId } = requireStaff(actor);
  if (required && !(await findSecondFactor(db(), accountId))?.confirmedAt) throw new Refusal("conflict", ownFactorFirst);
  await transaction((tx) => setSetting(tx, actor, "staffSecondFactor", required));
}

const Digit = z.string().max(20, "请输入 1 至 9 的一位数字").transform((text) => text.normalize("NFKC").trim()).pipe(z.string().regex(/^[1-9]$/, "请输入 1 至 9 的一位数字")).transform(Number);
export const OfficeDigitsInput = z.object({ code: z.string().max(20), version: z.string().max(60), regionDigit: Digit, officeDigit: Digit });

/**
 * 核实一个派出机构的许可证编号前两位；只影响以后发的证。两个机构不得相同。
 * @throws Refusal notFound 没有这个派出机构；invalid 与别的机构相同；conflict 别人先改过
 */
export async function confirmOfficeDigits(actor: Actor, input: z.output<typeof OfficeDigitsInput>): Promise<void> {
  authorise(actor, "settings.edit");
  const { code, version, ...digits } = input;
  const office = offices.find((one) => one.code === code);
  if (!office) throw new Refusal("notFound", "没有找到这个派出机构");
  await transaction(async (tx) => {
    await lockSettings(tx);
    const confirmed = await getSetting("confirmedOffices", tx);
    const known = officeViews(await listOfficeDigits(tx), confirmed);
    const before = known.find((one) => one.code === code);
    if (before?.version !== version) throw changedMeanwhile(`${office.name}的编号前两位`);
    const clash = known.find((one) => one.code !== code && one.regionDigit === digits.regionDigit && one.officeDigit === digits.officeDigit);
    if (clash) throw new Refusal("invalid", `请换一组数字，${clash.name}已使用 ${digits.regionDigit}-${digits.officeDigit}`);
    await ensureOffice(tx, office);
    await updateOfficeDigits(tx, code, digits);
    await setSetting(tx, actor, "confirmedOffices", [...confirmed.filter((one) => one !== code), code]);
    await recordAudit(tx, { actor, action: "settings.officeDigits", subject: "Office", subjectId: code, detail: { before: { regionDigit: before.regionDigit, officeDigit: before.officeDigit }, after: digits } });
  });
}
