import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/access/actor";
import { indicatorsOf } from "@/lib/evaluation/figures/indicators";
import { freshDatabase } from "../database";

await freshDatabase();
const { db } = await import("@/lib/data/client");
const { markOverdueRectifications, refreshTallies } = await import("@/lib/data/evaluation-tallies");
const { readFigures } = await import("@/lib/services/evaluation/figures/read-figures");
const { rawRows, talliesOf } = await import("./raw-count");

const offices = ["NEEB", "SD"] as const;
const enterpriseId = randomUUID();
let serial = 0;

interface Plan {
  office: number;
  day: number;
  level: number;
  channel: "todo" | "visit" | "matter";
  named: boolean;
  options: number;
}

const plan: fc.Arbitrary<Plan> = fc.record({
  office: fc.nat(1), day: fc.integer({ min: 0, max: 150 }), level: fc.integer({ min: 1, max: 5 }), channel: fc.constantFrom("todo", "visit", "matter"), named: fc.boolean(), options: fc.nat(3),
});

/** 北京时间月初月末的半夜都要落对月份。 */
const moment = (day: number): Date => new Date(Date.parse("2026-05-31T15:59:59.999Z") + day * 43_200_000);

async function insert({ office, day, level, channel, named, options }: Plan): Promise<string> {
  serial += 1;
  const officeCode = offices[office] ?? "NEEB";
  const at = moment(day);
  const finished = channel !== "visit" && await db().case.create({ data: { number: `T-${serial}`, kind: "licensing", officeCode, enterpriseId, state: "granted", createdById: enterpriseId, finishedAt: at, application: { create: { business: "renewal", definitionVersion: 1, procedure: "standard" } } } });
  const { id } = await db().evaluation.create({
    data: {
      channel, officeCode, matter: finished ? "renewal" : "counter", caseId: finished ? finished.id : null, level, options: [`${level}10`, `${level}11`, `${level}12`].slice(0, options),
      raterName: named ? "王某" : null, phoneHash: String(serial), phoneEncrypted: "x", createdAt: at,
      ...(level <= 2 ? { handling: { create: { officeCode } } } : {}),
    },
  });
  return id;
}

/** 一条差评往下办，或被排除。 */
async function handle(evaluationId: string, step: number): Promise<void> {
  if (step === 0) return void (await db().evaluation.update({ where: { id: evaluationId }, data: { excludedAt: new Date() } }));
  const data = [{}, { rectifyDueOn: "2026-06-10" }, { rectifyDueOn: "2099-01-01" }, { rectifyDueOn: "2026-06-10", rectifiedAt: new Date(), onTime: true }, { calledBackAt: new Date() }][step] ?? {};
  await db().badRating.updateMany({ where: { evaluationId }, data });
}

beforeAll(async () => {
  await db().office.createMany({ data: offices.map((code, index) => ({ code, name: code, regionDigit: 2, officeDigit: index + 1 })) });
  await db().enterprise.create({ data: { id: enterpriseId, name: "沈阳甲电力工程有限公司", uscc: "91210102XFAKE501XR", officeCode: "NEEB", particulars: {} } });
});

beforeEach(async () => {
  await db().$executeRaw`TRUNCATE "Case", "Evaluation", "EvaluationMark", "EvaluationTally", "EvaluationOptionTally", "ServiceTally", "BadRating", "Application" CASCADE`;
});

describe("月度合计（L-6-10）", () => {
  it("L-6-10 边写边重算，完了再算一次，与逐条数出来的一模一样", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(plan, { minLength: 8, maxLength: 40 }), fc.array(fc.nat(4), { minLength: 40, maxLength: 40 }), async (plans, steps) => {
        const writing = plans.map(async (one, index) => {
          const id = await insert(one);
          await handle(id, steps[index] ?? 1);
        });
        const refreshing = Array.from({ length: 6 }, async (_, index) => {
          await new Promise((resolve) => setTimeout(resolve, index * 8));
          return refreshTallies([undefined, ...offices][index % 3]);
        });
        await Promise.all([...writing, ...refreshing]);
        await refreshTallies();
        expect(await db().evaluationMark.count()).toBe(0);
        expect(await talliesOf()).toEqual(await rawRows());
      }),
      { numRuns: 12 },
    );
  }, 60_000);

  it("L-6-10 重算时还没提交的不丢：标记留着，提交后再算就有", async () => {
    const other = await insert({ office: 0, day: 3, level: 5, channel: "visit", named: false, options: 1 });
    await db().$transaction(async (tx) => {
      await tx.evaluation.update({ where: { id: other }, data: { excludedAt: new Date() } });
      await tx.evaluation.create({ data: { channel: "visit", officeCode: "NEEB", matter: "counter", level: 4, options: [], phoneHash: "late", phoneEncrypted: "x", createdAt: moment(3) } });
      await refreshTallies();
      expect(await db().evaluationTally.aggregate({ _sum: { ratings: true, excluded: true } })).toMatchObject({ _sum: { ratings: 1, excluded: 0 } });
    }, { maxWait: 10_000, timeout: 20_000 });
    expect(await db().evaluationMark.count()).toBe(2);
    await refreshTallies();
    expect(await talliesOf()).toEqual(await rawRows());
    expect(await db().evaluationTally.aggregate({ _sum: { ratings: true, excluded: true } })).toMatchObject({ _sum: { ratings: 2, excluded: 1 } });
  });

  it("L-6-10 二十个同时重算，谁也不把旧的盖到新的上面", async () => {
    for (let round = 0; round < 4; round += 1) {
      await Promise.all(Array.from({ length: 20 }, async (_, index) => {
        await insert({ office: index % 2, day: index, level: (index % 5) + 1, channel: "matter", named: true, options: 2 });
        await refreshTallies(offices[index % 2]);
      }));
      await refreshTallies();
      expect(await talliesOf()).toEqual(await rawRows());
    }
  }, 60_000);

  it("L-6-10 整改期限过去而没有人动它的，由任务标出再算", async () => {
    const id = await insert({ office: 0, day: 3, level: 1, channel: "visit", named: true, options: 1 });
    await handle(id, 2);
    await refreshTallies();
    expect(await db().evaluationTally.aggregate({ _sum: { rectifyDue: true } })).toMatchObject({ _sum: { rectifyDue: 0 } });
    await db().$executeRaw`ALTER TABLE "BadRating" DISABLE TRIGGER "touch_rated"`;
    await db().badRating.updateMany({ data: { rectifyDueOn: "2026-06-20" } });
    await db().$executeRaw`ALTER TABLE "BadRating" ENABLE TRIGGER "touch_rated"`;
    expect(await refreshTallies()).toBe(0);
    expect(await markOverdueRectifications()).toBe(1);
    await refreshTallies();
    expect(await db().evaluationTally.aggregate({ _sum: { rectifyDue: true } })).toMatchObject({ _sum: { rectifyDue: 1 } });
  });
});

const staff = (role: StaffActor["roles"][number], officeCode = "NEEB"): StaffActor => ({ kind: "staff", accountId: randomUUID(), sessionId: randomUUID(), name: "张敏", officeCode, roles: [role] });
const whole = { period: "custom", from: "2026-05", to: "2026-09" };

describe("统计页读到的（L-6-10）", () => {
  it("L-6-10 刚收到的评价立即在内；机构、事项、渠道、月份各分各的，和等于总计", async () => {
    for (let index = 0; index < 24; index += 1) await insert({ office: index % 2, day: index * 4, level: (index % 5) + 1, channel: (["todo", "visit", "matter"] as const)[index % 3] ?? "todo", named: false, options: 2 });
    const own = await readFigures(staff("evaluationOfficer"), whole);
    expect([own.total.valid, own.total.participation.whole, own.offices.length, own.officeChoices.length]).toEqual([12, 8, 0, 0]);
    for (const cut of ["months", "matters", "channels"] as const) expect(own[cut].reduce((sum, { indicators }) => sum + indicators.valid, 0), cut).toBe(12);
    const all = await readFigures(staff("administrator"), whole);
    expect([all.total.valid, all.offices.map(({ indicators }) => indicators.valid), all.officeChoices.length > 10]).toEqual([24, [12, 12], true]);
    const narrow = await readFigures(staff("administrator"), { ...whole, office: "SD", matter: "counter", channel: "visit" });
    expect([narrow.total.valid, narrow.total.participation, narrow.office?.code]).toEqual([4, { part: 0, whole: 0 }, "SD"]);
    expect(own.options.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(0);
  });

  it("L-6-10 好差评管理员问别的机构，答没有找到；地址栏里的垃圾当作没问", async () => {
    await expect(readFigures(staff("evaluationOfficer"), { office: "SD" })).rejects.toMatchObject({ code: "notFound" });
    await expect(readFigures(staff("evaluationOfficer"), { office: "all" })).rejects.toMatchObject({ code: "notFound" });
    await expect(readFigures(staff("administrator"), { office: "x" })).rejects.toMatchObject({ code: "notFound" });
    await expect(readFigures(staff("intake"), {})).rejects.toMatchObject({ code: "forbidden" });
    const found = await readFigures(staff("evaluationOfficer"), { period: "' OR 1", matter: "x", channel: "y" });
    expect([found.matter, found.channel, found.total]).toEqual(["", "", indicatorsOf([], 0, 4)]);
  });
});
