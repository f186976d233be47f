import { db } from "@/lib/data/client";
import { shanghaiDate } from "@/lib/workflow/iso-date";

type Counts = Record<string, number>;

/** 三张合计表的内容，键为分组，值为各数。 */
export interface Tallied {
  ratings: Record<string, Counts>;
  options: Record<string, number>;
  services: Record<string, number>;
}

const monthOf = (at: Date): string => shanghaiDate(at).slice(0, 7);

const countUp = (counts: Record<string, number>, key: string): void => {
  counts[key] = (counts[key] ?? 0) + 1;
};

type Raw = Awaited<ReturnType<typeof rawRatings>>[number];
const rawRatings = () => db().evaluation.findMany({ include: { handling: true } });

/** 一条评价在各数里各算几。 */
function countsOf({ level, excludedAt, raterName, handling }: Raw, today: string): Counts {
  const bad = excludedAt === null && level <= 2;
  const named = bad && raterName !== null;
  const [dueOn, rectified] = [handling?.rectifyDueOn ?? "", handling?.rectifiedAt instanceof Date];
  const due = dueOn !== "" && (rectified || dueOn < today);
  return {
    ratings: 1, excluded: Number(excludedAt !== null), rectifyDue: Number(bad && due), rectified: Number(bad && rectified), onTime: Number(bad && rectified && handling?.onTime === true),
    named: Number(named), calledBack: Number(named && handling?.calledBackAt instanceof Date),
  };
}

/** 不用合计，逐条数一遍。 */
export async function rawRows(): Promise<Tallied> {
  const found: Tallied = { ratings: {}, options: {}, services: {} };
  const today = shanghaiDate(new Date());
  for (const one of await rawRatings()) {
    const group = [monthOf(one.createdAt), one.officeCode, one.matter];
    const key = [...group, one.channel, one.level].join("|");
    const before = found.ratings[key] ?? {};
    found.ratings[key] = Object.fromEntries(Object.entries(countsOf(one, today)).map(([name, count]) => [name, (before[name] ?? 0) + count]));
    for (const option of one.excludedAt ? [] : one.options) countUp(found.options, [...group, option].join("|"));
  }
  for (const { finishedAt, officeCode, application, kind } of await db().case.findMany({ where: { finishedAt: { not: null } }, include: { application: true } })) {
    countUp(found.services, [monthOf(finishedAt ?? new Date()), officeCode, application?.business ?? kind].join("|"));
  }
  return found;
}

/** 三张合计表里写着的。 */
export async function talliesOf(): Promise<Tallied> {
  const [ratings, options, services] = await Promise.all([db().evaluationTally.findMany(), db().evaluationOptionTally.findMany(), db().serviceTally.findMany()]);
  return {
    ratings: Object.fromEntries(ratings.map(({ month, officeCode, matter, channel, level, ...counts }) => [[month, officeCode, matter, channel, level].join("|"), counts])),
    options: Object.fromEntries(options.map(({ month, officeCode, matter, option, count }) => [[month, officeCode, matter, option].join("|"), count])),
    services: Object.fromEntries(services.map(({ month, officeCode, matter, finished }) => [[month, officeCode, matter].join("|"), finished])),
  };
}
