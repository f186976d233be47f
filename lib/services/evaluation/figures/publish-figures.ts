import "server-only";
import { type PublishedFinished, type PublishedTally, readPublishedFinished, readPublishedTallies } from "@/lib/data/evaluation-figures";
import { type Indicators, indicatorsOf, type SatisfiedFrom } from "@/lib/evaluation/figures/indicators";
import { PUBLISHED_AFTER_DAYS, publishedQuarters } from "@/lib/evaluation/figures/period";
import { type Period, periodWords } from "@/lib/workflow/period";
import { type IndicatorGroup, publishedIndicators } from "@/lib/evaluation/figures/published-indicators";
import type { PublicationView, PublishedGroup } from "@/lib/evaluation/figures/views";
import { matterWord, ratableMatters } from "@/lib/evaluation/matters";
import { offices } from "@/lib/licensing/offices";
import { today } from "@/lib/services/platform/clock";
import { getSetting } from "@/lib/services/settings/settings";
import { addDays } from "@/lib/workflow/iso-date";

const QUARTERS = 8;
const KEPT_MILLISECONDS = 60_000;
const WHOLE = "";

interface Published {
  quarters: Period[];
  /** 每季可以公示的各组，不公示的比率已经隐去。 */
  shown: Map<string, Map<string, Indicators>>;
}

const holder = globalThis as unknown as { publishedFigures?: { at: number; asked: string; reading: Promise<Published> } };

/** 已公示的季度很少变动，人人看的是同一份：一分钟内只读一次。 */
function published(on: string, satisfiedFrom: SatisfiedFrom): Promise<Published> {
  const asked = `${on} ${satisfiedFrom}`;
  const held = holder.publishedFigures;
  if (held && held.asked === asked && Date.now() - held.at < KEPT_MILLISECONDS) return held.reading;
  const reading = read(on, satisfiedFrom);
  holder.publishedFigures = { at: Date.now(), asked, reading };
  reading.catch(() => {
    holder.publishedFigures = undefined;
  });
  return reading;
}

async function read(on: string, satisfiedFrom: SatisfiedFrom): Promise<Published> {
  const quarters = publishedQuarters(addDays(on, -PUBLISHED_AFTER_DAYS), QUARTERS);
  const [from, to] = [quarters.at(-1)?.from ?? "", quarters[0]?.to ?? ""];
  const [tallies, finished] = await Promise.all([readPublishedTallies(from, to), readPublishedFinished(from, to)]);
  const inQuarter = (key: string): Counted => ({ tallies: tallies.filter(({ quarter }) => quarter === key), finished: finished.filter(({ quarter }) => quarter === key) });
  return { quarters, shown: new Map(quarters.map(({ key }) => [key, publishedIndicators(treeOf(inQuarter(key), satisfiedFrom))])) };
}

interface Counted {
  tallies: readonly PublishedTally[];
  finished: readonly PublishedFinished[];
}

const groupKey = (office: string, matter: string): string => `${office}/${matter}`;

/** 全国 → 机构 → 事项，下级之和等于本级。 */
function treeOf(counted: Counted, satisfiedFrom: SatisfiedFrom): IndicatorGroup {
  const group = (key: string, { tallies, finished }: Counted, children: readonly IndicatorGroup[]): IndicatorGroup => ({
    key, children, indicators: indicatorsOf(tallies, finished.reduce((sum, one) => sum + one.finished, 0), satisfiedFrom),
  });
  const children = offices.map(({ code }) => {
    const own = partOf(counted, ({ officeCode }) => officeCode === code);
    const matters = [...new Set([...own.tallies, ...own.finished].map(({ matter }) => matter))];
    return group(code, own, matters.map((matter) => group(groupKey(code, matter), partOf(own, (one) => one.matter === matter), [])));
  });
  return group(WHOLE, counted, children);
}

const partOf = ({ tallies, finished }: Counted, mine: (one: { officeCode: string; matter: string }) => boolean): Counted => ({ tallies: tallies.filter(mine), finished: finished.filter(mine) });

/** 好差评公示：不必登录；每季一份，少于五条的组、分母少于五的比率与能减得出它们的不公示，文字评价不公示。 */
export async function getPublication({ quarter: asked, office: askedOffice }: { quarter?: string | undefined; office?: string | undefined }): Promise<PublicationView> {
  const [on, satisfiedFrom] = await Promise.all([today(), getSetting("satisfiedFrom")]);
  const all = await published(on, satisfiedFrom);
  const quarter = all.quarters.find(({ key }) => key === asked) ?? all.quarters[0];
  if (!quarter) throw new Error("no published quarter");
  const office = offices.find(({ code }) => code === askedOffice);
  const group = groupReader(all);
  // 事项、机构一律全列：只列有评价的，等于说出了没有列的是零
  const matters = office ? ratableMatters : [];
  return {
    quarters: all.quarters.map((one) => ({ key: one.key, word: periodWords(one) })), quarter: { key: quarter.key, word: periodWords(quarter) }, satisfiedFrom,
    office: office && { code: office.code, name: office.name },
    total: group(quarter.key, office?.code, undefined, office?.name ?? "全国"),
    offices: offices.map(({ code, name }) => group(quarter.key, code, undefined, name)),
    matters: matters.map((matter) => ({ ...group(quarter.key, office?.code, matter, matterWord(matter)), key: matter })),
    trend: all.quarters.toReversed().map(({ key }) => ({ ...group(key, office?.code, undefined, key), key })),
  };
}

/** 一组的指标；不可公示的没有。 */
function groupReader({ shown }: Published) {
  return (quarter: string, office: string | undefined, matter: string | undefined, word: string): PublishedGroup => {
    const key = matter === undefined ? (office ?? WHOLE) : groupKey(office ?? "", matter);
    return { key, word, indicators: shown.get(quarter)?.get(key) };
  };
}
