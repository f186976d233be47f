import * as z from "zod";
import { type FormDefinition, findSection, issuesOf } from "@/lib/forms/business";
import type { Issue } from "@/lib/forms/issue";
import { type FollowUpKind, type FollowUpState, runningFollowUps } from "@/lib/terms/follow-ups";
import { addWorkingDays, type HolidayCalendar } from "@/lib/workflow/calendar";
import { addDays, addMonths, type IsoDate } from "@/lib/workflow/iso-date";
import type { LicensingContext } from "./context";
import { limits } from "./rule-sets/limits";
import type { LicensingAction } from "./workflow";

/** 容缺受理时缺的一份材料：在哪个页签（哪一行）、叫什么。 */
export const MissingMaterial = z.object({ section: z.string(), slot: z.string(), rowId: z.string().optional(), label: z.string() });
export type MissingMaterial = z.infer<typeof MissingMaterial>;

/** 补交的一份文件；核对的人看到的就是这几份。 */
export const SuppliedFile = MissingMaterial.extend({ id: z.string(), name: z.string() });
export type SuppliedFile = z.infer<typeof SuppliedFile>;

/** 任务里随办随记的内容。 */
export const FollowUpDetail = z.object({
  missing: z.array(MissingMaterial).default([]),
  files: z.array(SuppliedFile).default([]),
  /** 企业说明与提交的时刻。 */
  report: z.string().optional(),
  suppliedAt: z.string().optional(),
  suppliedBy: z.string().optional(),
  /** 办理人对企业说的话：还差什么、要整改什么。 */
  note: z.string().optional(),
  /** 限期整改因何而起：承诺不属实（默认），或者逾期仍不符合许可条件。 */
  origin: z.enum(["promise", "conditions"]).optional(),
});
export type FollowUpDetail = z.infer<typeof FollowUpDetail>;

/** 容缺材料最迟哪天补齐：容缺受理通知书次日起十个工作日（决定十二）。 */
export const deferralDueOn = (noticeOn: IsoDate, calendar: HolidayCalendar): IsoDate => addWorkingDays(noticeOn, limits.deferredMaterial.value, calendar);

/** 按工作日计期限的任务；其余的以月、以日历日计，长的有六个月。 */
export const inWorkingDays = (kind: string): boolean => kind === ("deferral" satisfies FollowUpKind);

/** 承诺最迟哪天核查完：作出决定后六个月（决定十三）。 */
export const verificationDueOn = (decidedOn: IsoDate): IsoDate => addMonths(decidedOn, limits.commitmentVerificationMonths.value);

export const rectificationDueOn = (on: IsoDate): IsoDate => addDays(on, limits.rectificationDays.value);

/** 容缺逾期：自期限那天起二十四个月内不得再容缺受理，到期那天仍算在内。 */
export const deferralBarUntil = (deadline: IsoDate): IsoDate => addMonths(deadline, limits.deferredMaterialBarMonths.value);

/** 承诺不实：整改的与撤销的，限制期长短不同。 */
export function commitmentBarUntil(on: IsoDate, outcome: "rectify" | "revoke"): IsoDate {
  return addMonths(on, outcome === "rectify" ? limits.untruePromiseBarMonths.value : limits.revokedPromiseBarMonths.value);
}

/** 容缺受理时缺哪些材料：按一般程序该交、此刻没有、而声明为可以后补的。 */
export function missingMaterials(form: FormDefinition<LicensingContext>, context: LicensingContext): MissingMaterial[] {
  return absentMaterials(form, context, "deferrable").map(({ section, slot, row, name }) => ({
    section, slot, label: `${findSection(form, section)?.label ?? section}：${name}`, ...(row ? { rowId: row } : {}),
  }));
}

/** 一个页签里以告知承诺书代替、提交时没有交的材料。 */
export interface PromisedMaterials {
  section: string;
  label: string;
  names: string[];
}

/** 承诺核查要逐样看的：按一般程序该交、以告知承诺书代替了的材料，逐页签列出（决定十三）。 */
export function promisedMaterials(form: FormDefinition<LicensingContext>, context: LicensingContext): PromisedMaterials[] {
  const absent = absentMaterials(form, context, "replacedByCommitment");
  return form.sections.map(({ key, label }) => ({ section: key, label, names: absent.filter(({ section }) => section === key).map(({ name }) => name) })).filter(({ names }) => names.length > 0);
}

type Waiver = "deferrable" | "replacedByCommitment";

function absentMaterials(form: FormDefinition<LicensingContext>, context: LicensingContext, waiver: Waiver) {
  return issuesOf(form, { ...context, procedure: "standard" }).flatMap((issue) => {
    const { section, row, slot, message } = issue;
    if (slot === undefined || issue.nature !== "missing" || !isWaivable(form, issue, waiver)) return [];
    return [{ section, slot, row, name: message.replace(/未上传$/, "") }];
  });
}

function isWaivable(form: FormDefinition<LicensingContext>, { section, table, slot }: Issue, waiver: Waiver): boolean {
  const found = findSection(form, section);
  const slots = table === undefined ? found?.slots : found?.tables.find(({ key }) => key === table)?.slots;
  return slots?.some((candidate) => candidate.key === slot && candidate[waiver] === true) ?? false;
}

/** 容缺材料没有补齐、或补交后还没有核对，不能提出审查意见，也不能准予许可（决定十二）。 */
export function deferralObstacle(followUps: readonly { kind: string; state: string }[]): string | undefined {
  const waiting = followUps.find(({ kind, state }) => kind === ("deferral" satisfies FollowUpKind) && isRunning(state));
  if (!waiting) return undefined;
  return waiting.state === ("supplied" satisfies FollowUpState) ? "容缺材料已补交，请先在“后续任务”里核对" : "容缺材料还没有补齐，不能作出审查意见或决定";
}

export const isRunning = (state: string): boolean => (runningFollowUps as readonly string[]).includes(state);

/** 逾期没有补齐容缺材料，由系统不予许可时的理由与依据。 */
export const overdueDeferral = {
  reason: "逾期未补齐容缺材料",
  article: "《行政许可法》第三十八条第二款（未在期限内补齐容缺材料，不能证明符合法定条件、标准）",
} as const;

/** 容缺受理的案件：缺材料的只能容缺受理，不缺的直接受理；没有补齐、没有核对的不能审查通过、不能准予。 */
export function followUpObstacles(missing: number | undefined, followUps: readonly { kind: string; state: string }[]): Partial<Record<LicensingAction, string>> {
  const waiting = deferralObstacle(followUps);
  return {
    ...(missing !== undefined && missing > 0 ? { accept: `还缺 ${missing} 份容缺材料，请办理容缺受理` } : {}),
    ...(missing === 0 ? { acceptConditionally: "材料齐全，请直接受理" } : {}),
    ...(waiting ? { passReview: waiting, passSecondReview: waiting, grant: waiting } : {}),
  };
}
