import "server-only";
import type { Actor, StaffActor } from "@/lib/access/actor";
import { authorise, can, requireStaff } from "@/lib/access/can";
import { notFound } from "@/lib/access/refusal";
import { type FigureScope, readFinished, readOptionTallies, readTallies } from "@/lib/data/evaluation-figures";
import { refreshTallies } from "@/lib/data/evaluation-tallies";
import { indicatorsOf } from "@/lib/evaluation/figures/indicators";
import { customPeriod, monthsOf, parsePeriod, periodWords, untilNow } from "@/lib/workflow/period";
import type { FiguresOf, FiguresQuery, FiguresView, NamedOption } from "@/lib/evaluation/figures/views";
import { matterWord, ratableMatters } from "@/lib/evaluation/matters";
import { readMonthRange } from "@/lib/forms/month-range";
import { ratingLevels } from "@/lib/evaluation/options";
import { getOffice, offices } from "@/lib/licensing/offices";
import { today } from "@/lib/services/platform/clock";
import { getSetting } from "@/lib/services/settings/settings";
import { evaluationChannels } from "@/lib/terms/evaluation";
import { codesOf, isCodeOf, wordOf } from "@/lib/terms/option-map";
import { gather } from "./gather";

/** 全部机构，在地址栏里的写法。 */
const ALL = "all";

/** 好差评统计：好差评管理员看本机构，系统管理员看全部或任选一个。只读月度合计，先把所问的机构算到最新。 */
export async function readFigures(actor: Actor, query: FiguresQuery): Promise<FiguresView> {
  const staff = requireStaff(actor);
  authorise(actor, "evaluation.read", { officeCode: staff.officeCode });
  const officeCode = officeAsked(staff, query.office);
  const on = await today();
  const asked = readMonthRange(query.period === customPeriod ? query : {});
  const period = parsePeriod({ period: query.period, ...asked.read }, on);
  const scope: FigureScope = {
    ...untilNow(period, on),
    officeCode,
    matter: query.matter !== undefined && ratableMatters.includes(query.matter) ? query.matter : undefined,
    channel: isCodeOf(evaluationChannels, query.channel) ? query.channel : undefined,
  };
  await refreshTallies(officeCode);
  const [tallies, finished, options, satisfiedFrom] = await Promise.all([readTallies(scope), readFinished(scope), readOptionTallies(scope), getSetting("satisfiedFrom")]);
  const cutBy = (cut: "month" | "matter" | "officeCode" | "channel" | "", order: readonly string[], word: (key: string) => string): FiguresOf[] =>
    gather({ tallies, finished, cut, order }, satisfiedFrom).map(({ key, indicators }) => ({ key, word: word(key), indicators }));
  const seen = (cut: string): Set<string> => new Set([...tallies, ...finished].filter((one) => one.cut === cut).map(({ key }) => key));
  const [matters, rated] = [seen("matter"), seen("officeCode")];
  return {
    period, asked, periodWords: periodWords({ ...period, ...scopeMonths(period.key, scope) }), office: officeCode === undefined ? undefined : named(officeCode),
    matter: scope.matter ?? "", channel: scope.channel ?? "", satisfiedFrom,
    total: cutBy("", [""], String)[0]?.indicators ?? indicatorsOf([], 0, satisfiedFrom),
    months: cutBy("month", monthsOf(scope), (month) => periodWords({ key: month, from: month, to: month })),
    matters: cutBy("matter", [...ratableMatters.filter((code) => matters.has(code)), ...[...matters].filter((code) => !ratableMatters.includes(code))], matterWord),
    offices: officeCode === undefined ? cutBy("officeCode", offices.map(({ code }) => code).filter((code) => rated.has(code)), (code) => getOffice(code).name) : [],
    channels: cutBy("channel", codesOf(evaluationChannels), (code) => wordOf(evaluationChannels, code)),
    options: namedOptions(options), officeChoices: can(actor, "evaluation.allOffices") ? offices.map(({ code }) => named(code)) : [], today: on,
  };
}

const named = (code: string): { code: string; name: string } => ({ code, name: getOffice(code).name });

/** 年度还没过完的，写到本月为止。 */
const scopeMonths = (key: string, { from, to }: FigureScope): { key: string; from: string; to: string } => ({ key: /^\d{4}$/.test(key) && !to.endsWith("-12") ? "" : key, from, to });

/** 问到别的机构：系统管理员可以，别人当作没有。没问时管理员看全部。 */
function officeAsked(staff: StaffActor, asked: string | undefined): string | undefined {
  const everywhere = can(staff, "evaluation.allOffices");
  if (!asked) return everywhere ? undefined : staff.officeCode;
  if (asked === ALL && everywhere) return undefined;
  const known = offices.some(({ code }) => code === asked);
  if (!known || (!everywhere && asked !== staff.officeCode)) throw notFound("这个机构");
  return asked;
}

function namedOptions(tallies: readonly { option: string; count: number }[]): NamedOption[] {
  const known = new Map(ratingLevels.flatMap(({ level, options }) => options.map((option) => [option.code, { level, text: option.text }] as const)));
  return tallies.flatMap(({ option, count }) => {
    const found = known.get(option);
    return found ? [{ code: option, count, ...found }] : [];
  });
}
