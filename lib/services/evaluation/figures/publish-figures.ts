import "server-only";
import { type PublishedFinished, type PublishedTally, readPublishedFinished, readPublishedTallies } from "@/lib/data/evaluation-figures";
import { indicatorsOf, type SatisfiedFrom } from "@/lib/evaluation/figures/indicators";
import { PUBLISHED_AFTER_DAYS, publishedQuarters } from "@/lib/evaluation/figures/period";
import { type Period, periodWords } from "@/lib/workflow/period";
import { type PublicationGroup, publishedKeys } from "@/lib/evaluation/figures/publication";
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
  tallies: PublishedTally[];
  finished: PublishedFinished[];
  /** 每季可以公示的组。 */
  open: Map<string, Set<string>>;
}

const holder = globalThis as unknown as { publishedFigures?: { at: number; on: string; reading: Promise<Published> } };

/** 已公示的季度很少变动，人人看的是同一份：一分钟内只读一次。 */
function published(on: string): Promise<Published> {
  const held = holder.publishedFigures;
  if (held && held.on === on && Date.now() - held.at < KEPT_MILLISECONDS) return held.reading;
  const reading = read(on);
  holder.publishedFigures = { at: Date.now(), on, reading };
  reading.catch(() => {
    holder.publishedFigures = undefined;
  });
  return reading;
}

async function read(on: string): Promise<Published> {
  const quarters = publishedQuarters(addDays(on, -PUBLISHED_AFTER_DAYS), QUARTERS);
  const [from, to] = [quarters.at(-1)?.from ?? "", quarters[0]?.to ?? ""];
  const [tallies, finished] = await Promise.all([readPublishedTallies(from, to), readPublishedFinished(from, to)]);
  const open = new Map(quarters.map(({ key }) => [key, publishedKeys(treeOf(tallies.filter(({ quarter }) => quarter === key)))]));
  return { quarters, tallies, finished, open };
}

const countOf = (tallies: readonly PublishedTally[]): number => tallies.reduce((sum, { ratings, excluded }) => sum + ratings - excluded, 0);
const groupKey = (office: string, matter: string): string => `${office}/${matter}`;

/** 全国 → 机构 → 事项，下级之和等于本级。 */
function treeOf(tallies: readonly PublishedTally[]): PublicationGroup {
  const children = offices.map(({ code }) => {
    const own = tallies.filter(({ officeCode }) => officeCode === code);
    const matters = [...new Set(own.map(({ matter }) => matter))];
    const parts = matters.map((matter) => ({ key: groupKey(code, matter), count: countOf(own.filter((one) => one.matter === matter)), children: [] }));
    return { key: code, count: countOf(own), children: parts };
  });
  return { key: WHOLE, count: countOf(tallies), children };
}

/** 好差评公示：不必登录；每季一份，少于五条的组与能减得出它们的组不公示，文字评价不公示。 */
export async function getPublication({ quarter: asked, office: askedOffice }: { quarter?: string | undefined; office?: string | undefined }): Promise<PublicationView> {
  const [on, satisfiedFrom] = await Promise.all([today(), getSetting("satisfiedFrom")]);
  const all = await published(on);
  const quarter = all.quarters.find(({ key }) => key === asked) ?? all.quarters[0];
  if (!quarter) throw new Error("no published quarter");
  const office = offices.find(({ code }) => code === askedOffice);
  const group = groupReader(all, satisfiedFrom);
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
function groupReader({ tallies, finished, open }: Published, satisfiedFrom: SatisfiedFrom) {
  return (quarter: string, office: string | undefined, matter: string | undefined, word: string): PublishedGroup => {
    const key = matter === undefined ? (office ?? WHOLE) : groupKey(office ?? "", matter);
    const mine = (one: { quarter: string; officeCode: string; matter: string }): boolean =>
      one.quarter === quarter && (office === undefined || one.officeCode === office) && (matter === undefined || one.matter === matter);
    const done = finished.filter(mine).reduce((sum, one) => sum + one.finished, 0);
    return { key, word, indicators: open.get(quarter)?.has(key) ? indicatorsOf(tallies.filter(mine), done, satisfiedFrom) : undefined };
  };
}
