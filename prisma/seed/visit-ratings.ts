import type { Db } from "@/lib/data/client";
import { type RatingLevel, getRatingLevel } from "@/lib/evaluation/options";
import type { Prisma } from "@/lib/generated/prisma/client";
import { COUNTER_MATTER } from "@/lib/terms/evaluation";
import { addWorkingDays } from "@/lib/workflow/calendar";
import { addDays, addMonths, type IsoDate, shanghaiDate } from "@/lib/workflow/iso-date";
import { idAt, personName } from "./identities";

type Seal = (phone: string) => { phoneHash: string; phoneEncrypted: string };

/** 窗口收到的评价：哪个机构、哪些服务点、每月几条。东北的逐月增多，别处只有几条，公示里看得到少于五条的样子。 */
const counters: readonly { office: string; points: readonly string[]; monthly: readonly number[] }[] = [
  { office: "NEEB", points: ["政务服务大厅 1 号窗口", "政务服务大厅 2 号窗口"], monthly: [8, 9, 9, 10, 10, 11, 10, 12, 12, 13, 13, 12] },
  { office: "ECEB", points: ["许可服务窗口"], monthly: [2, 2, 1, 3, 2, 2, 3, 2, 3, 2, 3, 2] },
  { office: "SD", points: ["许可服务窗口"], monthly: [0, 0, 1, 0, 0, 1, 0, 1, 0, 1, 0, 0] },
];

/** 各级轮着出现，近来的差评少些。 */
const pattern: readonly RatingLevel[] = [5, 4, 5, 5, 3, 5, 4, 5, 5, 4, 5, 5, 4, 2, 5, 5, 4, 5, 3, 5, 4, 5, 5, 4, 5, 1, 5, 4, 5, 5];
const MONTHS = 12;
/** 这么久以前的差评都已办结；新近的由差评办理的演示写。 */
const HANDLED_AFTER_DAYS = 45;

const comments: Partial<Record<RatingLevel, readonly string[]>> = {
  5: ["窗口指导得很细，一次就办好了。", "材料清单清楚，少跑了两趟。"],
  3: ["等候时间稍长。"],
  2: ["电话咨询与窗口说的材料不一致。"],
  1: ["让补一份办事指南上没有的说明。"],
};

interface Rated {
  evaluation: Prisma.EvaluationCreateManyInput & { id: string; createdAt: Date; level: number };
  named: boolean;
}

/** 最近十二个月的一次一评，不对应案件；早先的差评都已整改、回访。 */
export async function insertVisitRatings(tx: Db, today: IsoDate, seal: Seal): Promise<void> {
  const rated = counters.flatMap(({ office, points, monthly }, place) =>
    monthly.flatMap((count, index) => {
      const before = monthly.slice(0, index).reduce((sum, one) => sum + one, 0);
      return ratingsOf({ office, points, place, month: addMonths(`${today.slice(0, 7)}-01`, index + 1 - MONTHS), count, before, today, seal });
    }),
  );
  await tx.evaluation.createMany({ data: rated.map(({ evaluation }) => evaluation) });
  await tx.badRating.createMany({ data: rated.filter(({ evaluation }) => evaluation.level <= 2).map(({ evaluation, named }, index) => handled(evaluation, named, index % 3 !== 2)) });
}

interface MonthPlan {
  office: string;
  points: readonly string[];
  place: number;
  month: IsoDate;
  count: number;
  /** 这个机构此前的条数：等级接着轮，每月的构成相近。 */
  before: number;
  today: IsoDate;
  seal: Seal;
}

function ratingsOf({ office, points, place, month, count, before, today, seal }: MonthPlan): Rated[] {
  return Array.from({ length: count }, (_, index) => {
    const serial = Number(month.slice(2, 4)) * 1200 + Number(month.slice(5, 7)) * 100 + index;
    const on = addDays(month, Math.floor(((index + 0.5) * 27) / count));
    const createdAt = new Date(`${on}T${String(9 + (serial % 8)).padStart(2, "0")}:${String((serial * 7) % 60).padStart(2, "0")}:00+08:00`);
    const drawn = pattern[(before + index + place * 11) % pattern.length] ?? 5;
    const level = drawn <= 2 && on > addDays(today, -HANDLED_AFTER_DAYS) ? 4 : drawn;
    const options = getRatingLevel(level).options;
    const turn = before + index;
    const chosen = [options[turn % 3], options[(turn * 5) % options.length]].flatMap((option) => option?.code ?? []);
    const said = comments[level]?.[turn % 5];
    const named = turn % 3 === 0;
    const evaluation = {
      id: idAt(createdAt), channel: "visit", officeCode: office, matter: COUNTER_MATTER, serviceName: points[turn % points.length] ?? null, level,
      options: [...new Set(chosen)], comment: said ?? null, raterName: named ? personName(serial) : null, createdAt, ...seal(`137${String(place * 10_000_000 + serial).padStart(8, "0")}`),
    };
    return { evaluation, named };
  }).filter(({ evaluation }) => shanghaiDate(evaluation.createdAt) < today);
}

/** 一条办结的差评：核实合理、整改、答复、回访、办结；不按期的拖了几天。 */
function handled({ id, officeCode, createdAt }: Rated["evaluation"], named: boolean, onTime: boolean): Prisma.BadRatingCreateManyInput {
  const from = shanghaiDate(createdAt);
  const at = (days: number): Date => new Date(`${addWorkingDays(from, days)}T15:00:00+08:00`);
  const rectifiedAt = at(onTime ? 4 : 8);
  return {
    id: idAt(createdAt), evaluationId: id, officeCode, state: "closed", revision: 7, verdict: "reasonable", verifiedAt: at(1), rectifyDueOn: addWorkingDays(from, 5), rectifiedAt, onTime,
    answer: "已向窗口人员重申办事指南，统一电话与现场的答复口径。", answeredAt: rectifiedAt, ...(named ? { calledBackAt: at(10), callBack: "satisfied" } : {}), closedAt: at(11), createdAt,
  };
}
