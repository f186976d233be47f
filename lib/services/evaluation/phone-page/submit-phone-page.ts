import "server-only";
import type { PublicActor } from "@/lib/access/actor";
import { Refusal } from "@/lib/access/refusal";
import { FORM_LIFETIME_SECONDS, MIN_FILL_SECONDS, type PhoneDraft, type PhoneFormView, phoneLimits, type PhoneRetry, type PhoneView } from "@/lib/evaluation/phone-page";
import { ratingLevels } from "@/lib/evaluation/options";
import { normalisePhone } from "@/lib/evaluation/phone";
import { maskMobile } from "@/lib/forms/identifiers";
import { issueForm, readForm } from "@/lib/integrations/vault/form-token";
import { reportFault } from "@/lib/services/platform/report-fault";
import { type RatingOutcome, submitRating } from "../submit-rating";
import { findPlace, forgetPlace, namesOnly, type Placed } from "./find-place";

export interface PhoneSubmission {
  draft: PhoneDraft;
  /** 签过名的表单。 */
  form: string;
  /** 人看不见的一栏，填了的多半是程序。 */
  trap: string;
}

/**
 * 手机上的【提交】：表单是不是本系统发的、写了多久、有没有填看不见的一栏，再走 submitRating 那一扇门。
 * 没有成的，填的都放回页面；不因使用者的输入抛错。
 * @throws Refusal unavailable（连码也查不了）
 */
export async function submitPhonePage(actor: PublicActor, token: string, { draft, form, trap }: PhoneSubmission): Promise<PhoneView> {
  const placed = await findPlace(token, namesOnly);
  if (!placed) return { kind: "closed", because: "unknown" };
  const { codeId } = placed;
  const sheet = checkSheet(form, codeId);
  // 填的时候码已不能评的，改了再交也没有用：直接说
  const back = (more: Partial<PhoneFormView>): PhoneView =>
    placed.closed ? { kind: "closed", because: placed.closed, place: placed.place } : { kind: "form", place: placed.place, form: sheet.keep ? form : issueForm(codeId, new Date()), draft, ...more };
  if (trap !== "") return back({ again: "trap" });
  if (sheet.again) return back({ again: sheet.again });
  try {
    const outcome = await submitRating(actor, { place: { codeId }, key: `code:${sheet.key}`, rating: chosenBy(draft), limits: limitsOf(actor, codeId) });
    return await answer(outcome, { placed, token, draft, back });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === "invalid") return back({ errors: error.fields });
    reportFault(error.cause ?? error);
    return back({ again: "busy" });
  }
}

/** 这张表单还能不能用；太快的留着原来的，它的时间在走。 */
function checkSheet(form: string, codeId: string): { key: string; keep: boolean; again?: PhoneRetry } {
  const claim = readForm(form, codeId);
  const seconds = claim ? (Date.now() - claim.issuedAt.getTime()) / 1000 : Infinity;
  // 来自将来的：几台服务器的钟差得太远，换一张
  if (!claim || seconds > FORM_LIFETIME_SECONDS || seconds < -60) return { key: "", keep: false, again: "stale" };
  return { key: claim.key, keep: true, ...(seconds < MIN_FILL_SECONDS ? { again: "tooFast" } : {}) };
}

/** 每一级之外各级的选项。 */
const others = new Map(ratingLevels.map(({ level }) => [String(level), new Set(ratingLevels.filter((rule) => rule.level !== level).flatMap((rule) => rule.options.map(({ code }) => code)))]));
const everyOption = new Set(ratingLevels.flatMap(({ options }) => options.map(({ code }) => code)));

/** 别的等级勾过的不作数；哪一级都没有的留着，由 RatingInput 拒绝。 */
function chosenBy({ level, options, ...rest }: PhoneDraft) {
  const foreign = others.get(level) ?? everyOption;
  return { ...rest, level, options: options.filter((code) => !foreign.has(code)) };
}

const limitsOf = ({ address }: PublicActor, codeId: string) => [
  { key: `rating.address:${address}`, ...phoneLimits.address },
  { key: `rating.code:${codeId}`, ...phoneLimits.code },
];

type Standing = { placed: Placed; token: string; draft: PhoneDraft; back: (more: Partial<PhoneFormView>) => PhoneView };

async function answer(outcome: RatingOutcome, { placed, token, draft, back }: Standing): Promise<PhoneView> {
  if (outcome.kind === "accepted") {
    if (placed.place.kind === "matter") forgetPlace(placed.codeId);
    const { level, options, comment, at } = outcome.rating;
    return { kind: "thanks", place: placed.place, level, options, text: comment, phone: maskMobile(normalisePhone(draft.phone)), at };
  }
  if (outcome.kind === "closed") {
    forgetPlace(placed.codeId);
    const now = await findPlace(token);
    return { kind: "closed", because: now ? (now.closed ?? placed.closed ?? "expired") : "unknown", place: placed.place };
  }
  if (outcome.kind === "keyUsed") return back({ again: "used", form: issueForm(placed.codeId, new Date()) });
  const seconds = Math.max(1, Math.ceil((outcome.until.getTime() - Date.now()) / 1000));
  return back({ from: { reason: outcome.kind, at: outcome.until, seconds } });
}
