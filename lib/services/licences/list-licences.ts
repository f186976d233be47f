import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise, can, type Owned } from "@/lib/access/can";
import { notFound, Refusal } from "@/lib/access/refusal";
import { db } from "@/lib/data/client";
import { type CaseLabel, findLicenceRow, findPendingRenewal, type LicenceRecord, listCaseLabels, listLicenceRows } from "@/lib/data/licences";
import { searchText } from "@/lib/forms/plain-text";
import { licenceVerdict } from "@/lib/licensing/licence/state";
import { versionChanges } from "@/lib/licensing/licence/version-changes";
import type { LicenceHistoryEntry, LicenceRow, LicenceView } from "@/lib/licensing/licence-views";
import { today } from "@/lib/services/platform/clock";
import { businesses } from "@/lib/terms/businesses";
import { wordOf } from "@/lib/terms/option-map";
import { applicationStates, licenceStates } from "@/lib/terms/states";
import { daysBetween, shanghaiDate } from "@/lib/workflow/iso-date";
import { recordOf, versionView } from "./licence-record";

const PAGE = 30;

/** 企业看自己的；内网看本派出机构的。新发的在前。 */
export async function listLicences(actor: Actor, { q, after }: { q?: string; after?: string } = {}): Promise<{ rows: LicenceRow[]; next?: string }> {
  const owner = ownerOf(actor);
  authorise(actor, "licence.read", owner);
  const afterId = z.uuid().safeParse(after).data;
  const text = searchText(q);
  const found = await listLicenceRows(db(), owner, PAGE + 1, { ...(text ? { q: text } : {}), ...(afterId ? { afterId } : {}) });
  const now = await today(db());
  const rows = await Promise.all(found.slice(0, PAGE).map((licence) => licenceRow(licence, now)));
  return found.length > PAGE ? { rows, next: rows.at(-1)?.id } : { rows };
}

/** 一件许可证与全部版次；别家、别的机构的答「没有找到」。 */
export async function getLicence(actor: Actor, licenceId: string): Promise<LicenceView> {
  const found = z.uuid().safeParse(licenceId).success ? await findLicenceRow(db(), licenceId) : undefined;
  if (!found) throw notFound("这件许可证");
  authorise(actor, "licence.read", actor.kind === "enterprise" ? { enterpriseId: found.enterpriseId } : { officeCode: found.officeCode }, "这件许可证");
  const versions = await historyOf(actor, found.versions);
  const [current] = versions;
  if (!current) throw new Error(`licence ${found.number} has no version`);
  return {
    ...(await licenceRow(found, await today(db()))),
    current,
    versions,
    cases: found.applications.map(({ caseId, business, case: { number, state } }) => ({
      id: caseId, number, businessWord: wordOf(businesses, business), stateWord: wordOf(applicationStates, state),
    })),
  };
}

type Versions = NonNullable<Awaited<ReturnType<typeof findLicenceRow>>>["versions"];

/** 各版（新的在前）与上一版的变化，以及它由哪件申请而来。 */
async function historyOf(actor: Actor, versions: Versions): Promise<LicenceHistoryEntry[]> {
  const cases = await listCaseLabels(db(), versions.flatMap(({ caseId }) => (caseId ? [caseId] : [])));
  return versions.map((version, index) => {
    const [view, before] = [versionView(version), versions[index + 1]];
    const origin = version.caseId === null ? undefined : cases.get(version.caseId);
    return {
      ...view,
      recordedOn: shanghaiDate(version.createdAt),
      changes: before ? versionChanges(versionView(before), view) : [],
      ...(origin ? { case: { id: origin.id, number: origin.number, label: wordOf(businesses, origin.business), readable: can(actor, "application.read", readerOf(actor, origin)) } } : {}),
    };
  });
}

const readerOf = (actor: Actor, { enterpriseId, officeCode }: CaseLabel): Owned => (actor.kind === "enterprise" ? { enterpriseId } : { officeCode });

function ownerOf(actor: Actor): { enterpriseId: string } | { officeCode: string } {
  if (actor.kind === "enterprise") return { enterpriseId: actor.enterpriseId };
  if (actor.kind === "staff") return { officeCode: actor.officeCode };
  throw new Refusal("unauthenticated", "请先登录");
}

async function licenceRow(licence: LicenceRecord, now: string): Promise<LicenceRow> {
  const [version] = licence.versions;
  if (!version) throw new Error(`licence ${licence.number} has no version`);
  // 只有届满前后才要看有没有未决的延续
  const renewal = licence.state === "valid" && daysBetween(now, version.validTo) < RENEWAL_VIEW_DAYS ? await findPendingRenewal(db(), licence.id) : undefined;
  const state = licenceVerdict(recordOf(licence, version, renewal), now);
  return {
    id: licence.id,
    number: licence.number,
    holder: version.holderName,
    uscc: version.uscc,
    scopeText: version.scopeText,
    validFrom: version.validFrom,
    validTo: version.validTo,
    state,
    stateWord: licenceStates[state],
    daysLeft: daysBetween(now, version.validTo),
  };
}

/** 延续最早在届满前六个月受理，再早的不必查。 */
const RENEWAL_VIEW_DAYS = 190;
