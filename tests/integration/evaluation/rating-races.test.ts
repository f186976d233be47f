import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { Refusal } from "@/lib/access/refusal";
import { freshDatabase } from "../database";

await freshDatabase();
const { db } = await import("@/lib/data/client");
const { POST } = await import("@/app/api/ratings/[token]/route");
const { rate } = await import("@/lib/services/evaluation/rate");
const { hashPhone } = await import("@/lib/integrations/vault/phone-vault");
const { code, context, finishedCase, insertOfficeAndEnterprise, owner, phoneOf, posted, sheet } = await import("./ratable");

/** 平时四十个号码、各二十五个并发；RATING_RACE=full 时二百个、各五十个（质量表 T14）。 */
const [PHONES, PARALLEL] = process.env.RATING_RACE === "full" ? [200, 50] : [40, 25];
const AT_ONCE = 4;

let address = 0;
const nextAddress = (): string => {
  address += 1;
  return `10.${address >> 16}.${(address >> 8) & 255}.${address & 255}`;
};

/** 状态码；待办一路的拒绝也换成状态码。 */
const byCode = async (own: Awaited<ReturnType<typeof code>>, phone: string, form = sheet(own)): Promise<number> =>
  (await POST(posted({ level: "5", phone, form }, { "x-client-address": nextAddress() }), context(own.token))).status;

const byTodo = (caseId: string, phone: string): Promise<number> =>
  rate(owner, { caseId, idempotencyKey: randomUUID(), rating: { level: 5, phone } }).then(
    () => 200,
    (error: unknown) => (error instanceof Refusal ? error.status : 500),
  );

const tally = (statuses: readonly number[]): Record<number, number> => {
  const counts: Record<number, number> = {};
  for (const status of statuses) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};

/** 一个号码同时从三条路来；每次都是另一件、另一个码，只有号码相同。 */
async function race(phone: string): Promise<number[]> {
  const visit = await code();
  const attempts = await Promise.all(
    Array.from({ length: PARALLEL }, async (_, n) => {
      if (n % 3 === 0) return () => byCode(visit, phone);
      const caseId = await finishedCase();
      if (n % 3 === 1) return () => byTodo(caseId, phone);
      const matter = await code({ caseId });
      return () => byCode(matter, phone);
    }),
  );
  return Promise.all(attempts.map((attempt) => attempt()));
}

beforeAll(insertOfficeAndEnterprise);

describe("T14 L-5.1.2-03 L-5.2.2-04 L-5.3.2-04 五天一次，三条路、任何并发下都精确", () => {
  it(`${PHONES} 个号码、各 ${PARALLEL} 个并发：每个号码恰好一次，没有一个 500`, async () => {
    for (let first = 0; first < PHONES; first += AT_ONCE) {
      const phones = Array.from({ length: AT_ONCE }, (_, n) => phoneOf(first + n));
      for (const statuses of await Promise.all(phones.map(race))) expect(tally(statuses)).toEqual({ 200: 1, 429: PARALLEL - 1 });
    }
    const [{ duplicates } = {}] = await db().$queryRaw<{ duplicates: number }[]>`SELECT count(*)::int AS duplicates FROM (SELECT 1 FROM "Evaluation" GROUP BY "phoneHash" HAVING count(*) > 1) d`;
    expect([await db().evaluation.count(), duplicates]).toEqual([PHONES, 0]);
    expect(await db().auditEntry.count({ where: { action: "evaluation.rate" } })).toBe(PHONES);
  }, 600_000);

  it("L-5.1.2-04 L-5.3.2-02 待办与码合用一次：许多人同时评同一件，恰好一个成；没成的名额都没占", async () => {
    for (let round = 0; round < 4; round += 1) {
      const caseId = await finishedCase();
      const own = await code({ caseId });
      const phones = Array.from({ length: PARALLEL }, (_, n) => phoneOf(10_000 + round * 100 + n));
      const statuses = await Promise.all(phones.map((phone, n) => (n % 2 === 0 ? byTodo(caseId, phone) : byCode(own, phone))));
      expect(statuses.filter((status) => status === 200)).toHaveLength(1);
      expect(statuses.filter((status) => status !== 200 && status !== 409 && status !== 410)).toEqual([]);
      expect(await db().evaluationSlot.count({ where: { phoneHash: { in: phones.map(hashPhone) } } })).toBe(1);
      expect(await db().evaluation.count({ where: { caseId } })).toBe(1);
      expect(await db().todoItem.count({ where: { caseId, doneAt: null } })).toBe(0);
    }
  });

  it("同一张表单同时交许多次：都是同一个感谢页，只有一条评价", async () => {
    const [visit, matter] = [await code(), await code({ caseId: await finishedCase() })];
    for (const [own, n] of [[visit, 1], [matter, 2]] as const) {
      const form = sheet(own);
      const statuses = await Promise.all(Array.from({ length: PARALLEL }, () => byCode(own, phoneOf(20_000 + n), form)));
      expect(tally(statuses)).toEqual({ 200: PARALLEL });
      expect(await db().evaluation.count({ where: { codeId: own.id } })).toBe(1);
    }
  });
});

describe("任意先后的评价与一个个数的结果相同", () => {
  type Step = { way: "todo" | "visit" | "matter"; phone: number; matter: number; form: number };
  const step = fc.record<Step>({ way: fc.constantFrom("todo", "visit", "matter"), phone: fc.nat(2), matter: fc.nat(2), form: fc.nat(3) });
  let run = 0;

  it("号码没评过、这一件没评过、表单没用过的才接受；其余都不留痕迹", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        run += 1;
        const phones = [0, 1, 2].map((n) => phoneOf(30_000 + run * 10 + n));
        const cases = await Promise.all([0, 1, 2].map(() => finishedCase()));
        const [visit, matters] = [await code(), await Promise.all(cases.map((caseId) => code({ caseId })))];
        const forms = { visit: [0, 1, 2, 3].map(() => sheet(visit)), matter: matters.map((own) => [0, 1, 2, 3].map(() => sheet(own))) };
        const [rated, taken, used] = [new Set<number>(), new Set<number>(), new Map<string, number>()];
        for (const { way, phone, matter, form } of steps) {
          const key = way === "todo" ? undefined : way === "visit" ? `visit ${form}` : `${matter} ${form}`;
          const earlier = key === undefined ? undefined : used.get(key);
          const isFree = !taken.has(phone) && (way === "visit" || !rated.has(matter));
          const accepts = earlier === undefined ? isFree : earlier === phone;
          const own = way === "visit" ? visit : matters[matter];
          const page = way === "visit" ? forms.visit[form] : forms.matter[matter]?.[form];
          const status = way === "todo" || !own ? await byTodo(cases[matter] ?? "", phones[phone] ?? "") : await byCode(own, phones[phone] ?? "", page);
          expect(status === 200, `${JSON.stringify({ way, phone, matter, form })}: ${status}`).toBe(accepts);
          if (!accepts || earlier !== undefined) continue;
          taken.add(phone);
          if (way !== "visit") rated.add(matter);
          if (key !== undefined) used.set(key, phone);
        }
        expect(await db().evaluationSlot.count({ where: { phoneHash: { in: phones.map(hashPhone) } } })).toBe(taken.size);
        expect(await db().evaluation.count({ where: { caseId: { in: cases } } })).toBe(rated.size);
      }),
      { numRuns: 20 },
    );
  }, 120_000);
});
