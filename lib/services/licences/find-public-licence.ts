import { db } from "@/lib/data/client";
import { findLicenceByNumberOrCode, findPendingRenewal } from "@/lib/data/licences";
import { normaliseIdentifier } from "@/lib/forms/identifiers";
import { normaliseLicenceNumber } from "@/lib/licensing/licence/number";
import { licenceVerdict } from "@/lib/licensing/licence/state";
import type { LicenceVersionView, PublicLicence } from "@/lib/licensing/licence-views";
import { today } from "@/lib/services/platform/clock";
import { type LicenceStateCode, licenceStates } from "@/lib/terms/states";
import { daysBetween, formatChineseDate } from "@/lib/workflow/iso-date";
import { recordOf, versionView } from "./licence-record";

const tones: Partial<Record<LicenceStateCode, PublicLicence["tone"]>> = { valid: "good", renewalPending: "warn", rectification: "warn" };

const MAX_LENGTH = 40;

/** 公开查验（决定四）：许可证编号或统一社会信用代码；查不到也是一种答复，不报错。 */
export async function findPublicLicence(numberOrCode: string): Promise<PublicLicence> {
  const number = normaliseLicenceNumber(numberOrCode.slice(0, MAX_LENGTH));
  const sought = /^[0-9A-Za-z]{18}$/.test(number) ? normaliseIdentifier(number) : number;
  const found = await findLicenceByNumberOrCode(db(), sought);
  const [stored] = found?.versions ?? [];
  const now = await today(db());
  if (!found || !stored) return answer(number, "notFound", now);
  const renewal = found.state === "valid" ? await findPendingRenewal(db(), found.id) : undefined;
  const state = licenceVerdict(recordOf(found, stored, renewal), now);
  return answer(found.number, state, now, versionView(stored));
}

function answer(number: string, state: LicenceStateCode, now: string, version?: LicenceVersionView): PublicLicence {
  return {
    number,
    state,
    stateWord: licenceStates[state],
    tone: tones[state] ?? "bad",
    sentence: sentenceOf(state, now, version),
    ...(version && state !== "notFound" ? { version } : {}),
  };
}

function sentenceOf(state: LicenceStateCode, now: string, version?: LicenceVersionView): string {
  if (!version || state === "notFound") return "没有查到这个编号或代码，请核对后重新输入";
  const until = formatChineseDate(version.validTo);
  switch (state) {
    case "valid":
      return `有效期至 ${until}，还有 ${daysBetween(now, version.validTo)} 天`;
    case "renewalPending":
      return `原有效期至 ${until}，延续申请审查期间继续有效`;
    case "rectification":
      return `有效期至 ${until}，持证单位正在限期整改`;
    case "expired":
      return `有效期已于 ${until} 届满`;
    default:
      return `许可证${licenceStates[state]}，不得再据以从事承装、承修、承试活动`;
  }
}
