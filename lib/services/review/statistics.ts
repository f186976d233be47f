import "server-only";
import type { Actor, StaffActor } from "@/lib/access/actor";
import { authorise, can, requireStaff } from "@/lib/access/can";
import { notFound } from "@/lib/access/refusal";
import { countReturnedCases, listOfficePhraseTexts, readEndings, readFinishedCases, readReceived, readRemarks, readRunning, readTimings, type StatisticsScope } from "@/lib/data/case-statistics";
import { licensingBusinesses } from "@/lib/licensing/businesses";
import { getOffice, offices } from "@/lib/licensing/offices";
import { remarkPhrases } from "@/lib/licensing/remark-phrases";
import { runningStatesOf } from "@/lib/licensing/stages";
import { workingDayCounts } from "@/lib/licensing/statistics/day-counts";
import { endingTimesOf } from "@/lib/licensing/statistics/indicators";
import { boundsOf, readStatisticsPeriod } from "@/lib/licensing/statistics/period";
import type { StatisticsQuery, StatisticsView } from "@/lib/licensing/statistics/views";
import { moment } from "@/lib/services/platform/clock";
import { businesses } from "@/lib/terms/businesses";
import { codesOf } from "@/lib/terms/option-map";
import { type ApplicationStateCode, finishedStates } from "@/lib/terms/states";
import { type Month, monthsOf, type Period, periodWords, untilNow } from "@/lib/workflow/period";
import { viewOf } from "./statistics-view";
import { getWorkload } from "./workload";

/** 全部机构，在地址栏里的写法。 */
const ALL = "all";

/** 作出许可决定的两种结果：用时对着期限的只算它们；其余的办结（不予受理、终止）另计用时。 */
const decidedStates: readonly ApplicationStateCode[] = ["granted", "refused"];
const otherEndings = finishedStates.filter((state) => !decidedStates.includes(state));

/** 办理统计：签发、复审、审计看本机构；系统管理员看全部或任选一个。企业的名称、个人的信息都不在其中。 */
export async function getCaseStatistics(actor: Actor, query: StatisticsQuery): Promise<StatisticsView> {
  const staff = requireStaff(actor);
  authorise(actor, "statistics.read", { officeCode: staff.officeCode });
  const officeCode = officeAsked(staff, query.office);
  const { today, calendar } = await moment();
  const { period, asked } = readStatisticsPeriod(query, today);
  const shown: Period = { ...period, ...untilNow(period, today) };
  const business = businessChoices.find(({ code }) => code === query.business)?.code;
  const scope: StatisticsScope = { officeCodes: officeCode === undefined ? offices.map(({ code }) => code) : [officeCode], business, bounds: boundsOf(shown) };
  const months = monthsOf(shown);
  const states = runningStatesOf();
  const phrases = [...new Set([...Object.values(remarkPhrases).flat(), ...(await listOfficePhraseTexts(scope.officeCodes))])];
  // 一次至多三条：连接池各人共用，不让一页统计占去大半
  const [running, received, finished] = await Promise.all([readRunning(scope, states, today), readReceived(scope), readFinishedCases(scope, finishedStates)]);
  const days = workingDayCounts(shown, calendar);
  const [timings, remarks, returnedCases] = await Promise.all([readTimings(scope, decidedStates, days), readRemarks(scope, phrases), countReturnedCases(scope)]);
  const endings = endingTimesOf(await readEndings(scope, otherEndings, days), otherEndings);
  const workload = officeCode === undefined ? undefined : await getWorkload(officeCode, scope, states, today);
  const dated = dating(months);
  return {
    period, asked, periodWords: periodWords(endingNow(shown)), office: officeCode === undefined ? undefined : named(officeCode), business: business ?? "", businessChoices,
    officeChoices: can(actor, "statistics.allOffices") ? offices.map(({ code }) => named(code)) : [], today, workload, endings,
    ...viewOf({ months, states, running, received: dated(received), finished: dated(finished), timings: dated(timings), remarks, returnedCases }),
  };
}

/** 能办的业务。 */
const businessChoices = codesOf(businesses).filter((code) => licensingBusinesses[code]).map((code) => ({ code, word: businesses[code] }));

const named = (code: string): { code: string; name: string } => ({ code, name: getOffice(code).name });

/** 年度还没过完的，写到本月为止。 */
const endingNow = (period: Period): Period => (/^\d{4}$/.test(period.key) && !period.to.endsWith("-12") ? { ...period, key: "" } : period);

/** 库里的第几个月换成月份。 */
const dating = (months: readonly Month[]) => <T extends { month: number }>(tallies: readonly T[]) => tallies.map((tally) => ({ ...tally, month: months[tally.month - 1] ?? "" }));

/** 问到别的机构：系统管理员可以，别人当作没有。没问时管理员看全部。 */
function officeAsked(staff: StaffActor, asked: string | undefined): string | undefined {
  const everywhere = can(staff, "statistics.allOffices");
  if (!asked) return everywhere ? undefined : staff.officeCode;
  if (asked === ALL && everywhere) return undefined;
  const known = offices.some(({ code }) => code === asked);
  if (!known || (!everywhere && asked !== staff.officeCode)) throw notFound("这个机构");
  return asked;
}
