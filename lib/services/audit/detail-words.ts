import { maskNumbers } from "@/lib/audit/mask";
import { regionName } from "@/lib/enterprise/regions";
import { badRatingLimits } from "@/lib/evaluation/bad-ratings/deadlines";
import { badLevels, badLevelsWord } from "@/lib/evaluation/received";
import { matterWord } from "@/lib/evaluation/matters";
import { ratingLevels } from "@/lib/evaluation/options";
import { digestCuts } from "@/lib/licensing/digest-views";
import { expiryCuts, renewalFilters } from "@/lib/licensing/expiry-views";
import { followUpCuts } from "@/lib/licensing/follow-up-views";
import { offices } from "@/lib/licensing/offices";
import { getRuleSet, isRuleSetId } from "@/lib/licensing/rule-sets";
import { queueCuts, stageCodes, stages } from "@/lib/licensing/stages";
import { statisticsPeriodWord } from "@/lib/licensing/statistics/period";
import { procedures } from "@/lib/terms/application";
import { auditActions, auditDetails, auditFaults, auditFormats, auditSubjects, sealedKinds } from "@/lib/terms/audit";
import { badRatingStates } from "@/lib/terms/bad-ratings";
import { businesses } from "@/lib/terms/businesses";
import { categories } from "@/lib/terms/categories";
import { barEvents, creditGrades, pilotAreaKinds, restrictionKinds } from "@/lib/terms/credit";
import { deliveryWays } from "@/lib/terms/documents";
import { evaluationChannels, evaluationCodeKinds } from "@/lib/terms/evaluation";
import { followUpKinds, followUpStates } from "@/lib/terms/follow-ups";
import { levels2020 } from "@/lib/terms/levels";
import { type OptionMap, wordOf } from "@/lib/terms/option-map";
import { outboxKinds } from "@/lib/terms/outbox";
import { queueMarks } from "@/lib/terms/queue";
import { enterpriseRoles, secondProofs, staffRoles } from "@/lib/terms/roles";
import { passwordProfiles, settingNames } from "@/lib/terms/settings";
import { applicationStates } from "@/lib/terms/states";
import { nameInForm } from "./form-names";

/** 标识 → 编号或名称；认不出的照写。 */
export type SubjectLabels = ReadonlyMap<string, string>;

export type Bag = Readonly<Record<string, unknown>>;
export const isBag = (value: unknown): value is Bag => typeof value === "object" && value !== null && !Array.isArray(value);

const kinds = { ...pilotAreaKinds, ...restrictionKinds, ...followUpKinds, ...evaluationCodeKinds, ...sealedKinds };
/** 名单的视图也记在 state 里；与状态同名的以状态为准。 */
const states = { ...followUpCuts, ...expiryCuts, ...badRatingStates, ...followUpStates, ...applicationStates };
const levels = { ...levels2020, [badLevels]: badLevelsWord };
const wordsOf: Readonly<Record<string, OptionMap>> = {
  grade: creditGrades, kind: kinds, business: businesses, procedure: procedures, state: states, from: states, to: states,
  roles: { ...staffRoles, ...enterpriseRoles }, format: auditFormats, outcome: { ...auditFaults, ok: "完整" }, action: auditActions, subject: auditSubjects,
  passwordProfile: passwordProfiles, event: barEvents, secondProof: secondProofs, deliveryWay: deliveryWays,
  cut: queueCuts, stage: Object.fromEntries(stageCodes.map((code) => [code, stages[code].label])), mark: queueMarks, category: categories, level: levels, digest: digestCuts, renewing: renewalFilters, channel: evaluationChannels,
};

/** 说成文字时要用的：动作、标识的名称，与这一条所在的页签。 */
export interface Words {
  action: string;
  labels: SubjectLabels;
  section?: string;
}

const inForm = new Set(["table", "slot", "fields"]);
const ofOffice = new Set(["confirmedOffices", "officeCode", "office"]);

/** 派出机构的名称；认不出的照写。 */
export const officeWord = (code: string): string => offices.find((office) => office.code === code)?.name ?? code;

const ratingWord = (level: string): string | undefined => ratingLevels.find((rule) => String(rule.level) === level)?.word;

/** 代码 → 中文；规则集、机构、地区、表单各有自己的名称。 */
function wordFor(key: string, code: string, { action, labels, section }: Words): string {
  if (key === "section") return nameInForm(code);
  if (section !== undefined && inForm.has(key)) return nameInForm(section, code);
  if ((key === "ruleSetId" || key === "confirmedRuleSets") && isRuleSetId(code)) return getRuleSet(code).title;
  if (ofOffice.has(key)) return officeWord(code);
  if (key === "regionCode") return regionName(code) || code;
  if (key === "matter") return matterWord(code);
  if (key === "period") return statisticsPeriodWord(code);
  if (key === "template") return wordOf(outboxKinds, code.split(".")[0] ?? code);
  if (key === "level" && action.startsWith("evaluation.")) return ratingWord(code) ?? wordOf(levels, code);
  return labels.get(code) ?? wordOf(wordsOf[key] ?? {}, code);
}

const limitNames = Object.fromEntries(Object.entries(badRatingLimits).map(([key, { label }]) => [key, label]));
const names: OptionMap = { ...limitNames, ...settingNames, ...auditDetails };

/** 一项叫什么；设置、差评办理期限的各项用它自己的名称。 */
export const labelOf = (key: string): string => wordOf(names, key);

/** 一个值写成文字；号码遮盖。 */
export function textOf(key: string, value: unknown, words: Words): string {
  if (value === null || value === undefined || value === "") return "无";
  if (typeof value === "boolean") return value ? "是" : "否";
  if (Array.isArray(value)) return value.length === 0 ? "无" : value.map((one) => textOf(key, one, words)).join("、");
  if (isBag(value)) return Object.entries(value).map(([inner, one]) => `${labelOf(inner)} ${textOf(inner, one, words)}`).join("，");
  if (key === "satisfiedFrom") return `${ratingWord(String(value)) ?? String(value)}及以上`;
  return maskNumbers(typeof value === "string" ? wordFor(key, value, words) : String(value));
}
