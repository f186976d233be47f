import { notFound } from "@/lib/access/refusal";
import { listRestrictions } from "@/lib/data/business-facts";
import { type Db, db } from "@/lib/data/client";
import { findCreditAnswer, findCreditRecord, findCreditSubject, listPilotAreaRows, storeCreditAnswer } from "@/lib/data/credit";
import { isWithin } from "@/lib/enterprise/regions";
import { asksExternally, type CreditReport, CreditUnavailable, openCredit } from "@/lib/integrations/credit";
import type { CreditStanding } from "@/lib/licensing/procedures/offers";
import { today } from "@/lib/services/platform/clock";
import { reportFault } from "@/lib/services/platform/report-fault";
import { creditGrades, type PilotAreaKind } from "@/lib/terms/credit";
import { isCodeOf } from "@/lib/terms/option-map";

/** 信用接口的答复：刚问到的，或二十四小时内先前的；都没有即问不到（决定十一）。 */
export type CreditAnswer = { state: "answered"; standing: CreditStanding; source: string; cachedAt?: string } | { state: "unavailable" };

const CACHED_SECONDS = 24 * 3_600;

type Report = Required<CreditReport>;
type Known = { report: Report; source: string; cachedAt?: string };

/** 问一家企业的信用，并算出它在不在试点范围：单独列入的，或所在地区列入的。 */
export async function askCredit(enterpriseId: string, database: Db = db()): Promise<CreditAnswer> {
  const subject = await findCreditSubject(database, enterpriseId);
  if (!subject) throw notFound("贵单位的登记信息");
  const known = (await askNow(database, subject.uscc)) ?? (await earlierAnswer(database, subject.uscc));
  if (!known) return { state: "unavailable" };
  const now = await today(database);
  const [areas, restrictions] = [await listPilotAreaRows(database), await listRestrictions(database, enterpriseId, now)];
  const region = regionOf(subject.particulars);
  const inArea = (kind: PilotAreaKind): boolean => isWithin(region, areas.filter((area) => area.kind === kind).map((area) => area.regionCode));
  const { report, source, cachedAt } = known;
  const standing: CreditStanding = {
    today: now,
    grade: report.grade,
    pilotZone: report.pilotZone || inArea("freeTradeZone"),
    commitmentRegion: report.commitmentRegion || inArea("commitment"),
    deferralDefaults: report.deferralDefaults,
    restrictions,
  };
  return { state: "answered", standing, source, ...(cachedAt ? { cachedAt } : {}) };
}

function regionOf(particulars: unknown): string {
  const region = (particulars as { region?: unknown } | null)?.region;
  return typeof region === "string" ? region : "";
}

const asReport = (stored: { grade: string; pilotZone: boolean; commitmentRegion: boolean; deferralDefaults: readonly string[] }): Report => ({
  grade: isCodeOf(creditGrades, stored.grade) ? stored.grade : "unrated",
  pilotZone: stored.pilotZone,
  commitmentRegion: stored.commitmentRegion,
  deferralDefaults: [...stored.deferralDefaults],
});

/** 问不到的记一行日志，绝不让人看见接口的报错。 */
async function askNow(database: Db, uscc: string): Promise<Known | undefined> {
  const gateway = openCredit(async (code) => {
    const found = await findCreditRecord(database, code);
    return found ? asReport(found) : undefined;
  });
  try {
    const { deferralDefaults = [], ...answer } = await gateway.ask(uscc);
    const report = { ...answer, deferralDefaults };
    await storeCreditAnswer(database, { uscc, ...report, source: gateway.source });
    return { report, source: gateway.source };
  } catch (error) {
    if (!(error instanceof CreditUnavailable)) throw error;
    reportFault(error);
    return undefined;
  }
}

/** 二十四小时内先前的答复。 */
async function earlierAnswer(database: Db, uscc: string): Promise<Known | undefined> {
  const found = await findCreditAnswer(database, uscc);
  if (!found || found.seconds >= CACHED_SECONDS) return undefined;
  return { report: asReport(found), source: found.source, cachedAt: found.askedAt.toISOString() };
}

/** 信用取自本系统时页面要说明的一句。 */
export function localCreditNotice(): string | undefined {
  return asksExternally() ? undefined : "本地演示环境：没有接通信用能源接口，信用取自本页的本地信用登记。";
}
