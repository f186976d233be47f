import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/access/actor";
import { addWorkingDays } from "@/lib/workflow/calendar";
import { freshDatabase } from "../database";
import { today } from "../../builders/today";

await freshDatabase();
const { staff } = await import("./cases");
const { db, pool } = await import("@/lib/data/client");
const { claimCase } = await import("@/lib/services/review/claim-case");
const { getDeskFrame } = await import("@/lib/services/review/desk-frame");
const { listQueue } = await import("@/lib/services/review/list-queue");

let intake: StaffActor;
let examiner: StaffActor;

interface Planned {
  state: string;
  dueIn?: number | null;
  holderId?: string;
  business?: string;
  procedure?: string;
  finished?: string;
}

let serial = 0;

/** 列表只读几列，案件直接写入。 */
async function plan({ state, dueIn = 3, holderId, business = "new-licence", procedure = "standard", finished }: Planned): Promise<string> {
  serial += 1;
  const enterprise = await db().enterprise.create({ data: { name: `抚顺第${serial}电力有限公司`, uscc: `QUEUE${String(serial).padStart(13, "0")}`, officeCode: "NEEB", particulars: {} } });
  const { id } = await db().case.create({
    data: {
      number: `DB-2026-9${String(serial).padStart(5, "0")}`, kind: "application", officeCode: "NEEB", enterpriseId: enterprise.id, createdById: randomUUID(), state, holderId,
      submittedAt: state === "draft" ? null : new Date(), stageDueOn: dueIn === null ? null : addWorkingDays(today(), dueIn),
      finishedAt: finished ? new Date(finished) : null,
      application: { create: { business, definitionVersion: 1, procedure, scopeText: "承装四级" } },
    },
  });
  return id;
}

beforeAll(async () => {
  intake = await staff(["intake"], "张敏");
  examiner = await staff(["examiner"], "李审");
});

describe("工作列表", () => {
  it("L-6-02 L-6-06 列出编号、企业、业务、标记、内容、提交时间、剩余工作日、状态、承办人；先到期的在前，草稿不在内", async () => {
    const ids = [
      await plan({ state: "submitted", dueIn: 4 }),
      await plan({ state: "submitted", dueIn: -1, procedure: "conditionalAcceptance" }),
      await plan({ state: "submitted", dueIn: 0, holderId: intake.accountId, procedure: "commitment" }),
      await plan({ state: "correction", dueIn: 9, holderId: intake.accountId }),
    ];
    await plan({ state: "draft" });
    await plan({ state: "accepted" });
    const { rows, counts } = await listQueue(intake, { stage: "intake" });
    expect(rows.map((row) => row.id)).toEqual([ids[1], ids[2], ids[0], ids[3]]);
    expect(rows[0]).toMatchObject({
      enterprise: "抚顺第2电力有限公司", business: "许可证新申请", marks: ["容缺受理"], scopeText: "承装四级", stateWord: "待形审", holder: "", claimable: true,
      due: { word: "逾期 1", tone: "red", note: expect.stringContaining("起视为受理") },
    });
    expect(rows.map((row) => row.due.word)).toEqual(["逾期 1", "今日到期", "剩 4", "暂停计时"]);
    expect(rows[1]).toMatchObject({ marks: ["承诺制"], holder: "张敏", mine: true, claimable: false, due: { tone: "amber" } });
    expect(Object.fromEntries(counts.map((count) => [count.cut, count.count]))).toEqual({ running: 4, mine: 2, unclaimed: 2, correction: 1, dueSoon: 1, overdue: 1 });
    expect((await listQueue(intake, { stage: "intake", cut: "overdue" })).rows.map((row) => row.id)).toEqual([ids[1]]);
    expect((await listQueue(intake, { stage: "intake", cut: "mine" })).rows.map((row) => row.id)).toEqual([ids[2], ids[3]]);
    expect((await listQueue(intake, { stage: "intake", cut: "correction" })).rows.map((row) => row.id)).toEqual([ids[3]]);
    expect((await listQueue(examiner, { stage: "review" })).rows.map((row) => row.stateWord)).toEqual(["已受理"]);
    expect((await getDeskFrame(intake)).waiting).toBe(3);
  });

  it("L-6-02 翻页不重不漏，筛选与翻页的起点都认地址，认不出的起点当第一页", async () => {
    await db().case.updateMany({ data: { state: "draft", submittedAt: null } });
    const made = new Set<string>();
    for (let n = 0; n < 45; n += 1) made.add(await plan({ state: n % 3 === 0 ? "underReview" : "accepted", dueIn: n % 7, business: n % 2 === 0 ? "new-licence" : "renewal" }));
    const seen: string[] = [];
    let [after, last]: [string | undefined, string] = [undefined, ""];
    do {
      const page: Awaited<ReturnType<typeof listQueue>> = await listQueue(examiner, { stage: "review" }, after);
      seen.push(...page.rows.map((row) => row.id));
      expect(page.next === undefined || page.next > last).toBe(true);
      [after, last] = [page.next, page.next ?? last];
    } while (after);
    expect(seen).toHaveLength(45);
    expect(new Set(seen)).toEqual(made);
    const renewals = await listQueue(examiner, { stage: "review", business: "renewal" });
    expect(renewals.rows.every((row) => row.business === "许可证延续")).toBe(true);
    expect(renewals.counts.find((count) => count.cut === "running")?.count).toBe(22);
    const first = (await listQueue(examiner, { stage: "review" })).rows.map((row) => row.id);
    for (const junk of ["2026-02-31T00:00:00Z", "2026-11-22T00:00:00.000Z_x", "2026-02-31T00:00:00.000Z", "9999999-01-01T00:00:00.000Z"]) {
      expect((await listQueue(examiner, { stage: "review", cut: "finished" }, `${junk}_${randomUUID()}`)).rows).toEqual([]);
    }
    for (const junk of ["2026-02-31", "2026-99-99_1", "'; DROP TABLE x", `2026-11-22_${"0".repeat(36)}`]) {
      expect((await listQueue(examiner, { stage: "review" }, junk)).rows.map((row) => row.id)).toEqual(first);
    }
  });

  it("L-6-02 已办结的新的在前，分页接得上", async () => {
    const ids: string[] = [];
    for (let n = 0; n < 25; n += 1) ids.unshift(await plan({ state: "granted", dueIn: null, finished: new Date(Date.UTC(2026, 8, 1 + n)).toISOString() }));
    const first = await listQueue(intake, { stage: "intake", cut: "finished" });
    const second = await listQueue(intake, { stage: "intake", cut: "finished" }, first.next);
    expect([...first.rows, ...second.rows].map((row) => row.id)).toEqual(ids);
    expect(second.next).toBeUndefined();
    expect(first.rows[0]).toMatchObject({ due: { word: "" }, stateWord: "准予许可", claimable: false });
  });

  it("L-6-02 按编号、企业名称、统一社会信用代码查；通配符只是文字", async () => {
    const id = await plan({ state: "accepted" });
    const { number, enterprise } = await db().case.findUniqueOrThrow({ where: { id }, include: { enterprise: true } });
    for (const text of [number, number.toLowerCase(), enterprise.name, enterprise.name.slice(2, 8), enterprise.uscc]) {
      expect((await listQueue(intake, { q: text })).rows.map((row) => row.id)).toContain(id);
    }
    expect((await listQueue(intake, { q: "%" })).rows).toEqual([]);
    expect((await listQueue(intake, { q: "_____" })).rows).toEqual([]);
    expect((await listQueue(intake, { q: "   " })).query.cut).toBe("running");
  });

  it("L-6-02 领取之后列表上写着承办人", async () => {
    const id = await plan({ state: "submitted", dueIn: 1 });
    await claimCase(intake, { applicationId: id });
    const row = (await listQueue(examiner, { stage: "intake", cut: "running" })).rows.find((candidate) => candidate.id === id);
    expect(row).toMatchObject({ holder: "张敏", mine: false, claimable: false });
  });

  it("L-6-02 两万件里翻页仍走索引，不排序整张表", async () => {
    const { rows } = await pool().query<{ id: string }>(`SELECT "id" FROM "Enterprise" LIMIT 1`);
    await pool().query(
      `WITH made AS (INSERT INTO "Case" ("id","number","kind","officeCode","enterpriseId","state","createdById","submittedAt","stageDueOn","updatedAt")
         SELECT gen_random_uuid(), 'BULK-' || n, 'application', 'NEEB', $1::uuid, 'submitted', gen_random_uuid(), now(), to_char(date '2026-11-22' + (n % 300), 'YYYY-MM-DD'), now()
         FROM generate_series(1, 20000) n RETURNING "id")
       INSERT INTO "Application" ("caseId","business","definitionVersion","procedure") SELECT "id", 'new-licence', 1, 'standard' FROM made`,
      [rows[0]?.id],
    );
    await pool().query(`ANALYZE "Case"`);
    const { rows: planned } = await pool().query<{ "QUERY PLAN": string }>(
      `EXPLAIN SELECT c."id" FROM "Case" c WHERE c."stageDueOn" IS NOT NULL AND c."officeCode" = 'NEEB' AND c."state" = 'submitted' AND (c."stageDueOn", c."id") > ('2027-03-01', '00000000-0000-0000-0000-000000000000'::uuid) ORDER BY c."stageDueOn", c."id" LIMIT 21`,
    );
    const text = planned.map((line) => line["QUERY PLAN"]).join("\n");
    expect(text).toMatch(/case_queue|Case_officeCode_state_stageDueOn_id_idx/);
    expect(text).not.toContain("Sort");
    const view = await listQueue(intake, { stage: "intake", cut: "unclaimed" });
    expect(view.counts.find((count) => count.cut === "unclaimed")).toMatchObject({ count: 99, capped: true });
  });
});
