import ExcelJS from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/access/actor";
import { Refusal } from "@/lib/access/refusal";
import { QueueQuery } from "@/lib/licensing/queue-query";
import { freshDatabase } from "../database";

await freshDatabase();
const { staff } = await import("./cases");
const { planCase } = await import("./planned-cases");
const { db } = await import("@/lib/data/client");
const { exportQueue } = await import("@/lib/services/review/export-queue");
const { openDesk } = await import("@/lib/services/review/open-desk");
const { removeView, renameView, saveView } = await import("@/lib/services/review/saved-views");

let intake: StaffActor;
let other: StaffActor;

beforeAll(async () => {
  intake = await staff(["intake"], "张敏");
  other = await staff(["intake"], "刘洋");
});

const savedBy = async (actor: StaffActor) => (await openDesk(actor, {})).saved;
const codeOf = (work: Promise<unknown>): Promise<string> => work.then(() => "done", (error: unknown) => (error instanceof Refusal ? error.code : String(error)));

describe("保存的筛选", () => {
  it("issue 5 存下现在的筛选，列成链接；只属于本人；同名的不行；改名、删去", async () => {
    await saveView(intake, { name: "容缺四级", query: QueueQuery.parse({ stage: "intake", cut: "overdue", mark: "conditionalAcceptance", level: "4", q: "沈阳" }) });
    const [saved] = await savedBy(intake);
    expect(saved).toMatchObject({ name: "容缺四级" });
    const address = new URL(saved?.href ?? "", "http://x");
    expect([address.pathname, Object.fromEntries(address.searchParams)]).toEqual(["/admin/queue/intake", { cut: "overdue", mark: "conditionalAcceptance", level: "4", q: "沈阳" }]);
    expect(await savedBy(other)).toEqual([]);
    expect(await codeOf(saveView(intake, { name: "容缺四级", query: QueueQuery.parse({}) }))).toBe("conflict");
    await saveView(other, { name: "容缺四级", query: QueueQuery.parse({}) });
    await saveView(intake, { name: "全部", query: QueueQuery.parse({}) });
    const id = saved?.id ?? "";
    expect(await codeOf(renameView(intake, { id, name: "全部" }))).toBe("conflict");
    expect(await codeOf(renameView(other, { id, name: "别人的" }))).toBe("notFound");
    expect(await codeOf(removeView(other, { id }))).toBe("notFound");
    await renameView(intake, { id, name: "四级" });
    expect((await savedBy(intake)).map(({ name, href }) => [name, href === "/admin/queue"])).toEqual([["四级", false], ["全部", true]]);
    await removeView(intake, { id });
    expect((await savedBy(intake)).map(({ name }) => name)).toEqual(["全部"]);
  });

  it("issue 5 存下而现在认不出的项不算，不出错", async () => {
    const { id } = await db().savedView.create({ data: { accountId: intake.accountId, name: "旧的", query: { cut: "gone", level: "4", more: [1] } } });
    expect((await savedBy(intake)).find((view) => view.id === id)?.href).toBe("/admin/queue?level=4");
    await db().savedView.update({ where: { id }, data: { query: "broken" } });
    expect((await savedBy(intake)).find((view) => view.id === id)?.href).toBe("/admin/queue");
  });
});

describe("导出工作列表", () => {
  it("issue 5 导出现在的筛选为 Excel 与 CSV：公式不起作用，没有人名，只有本机构的；留下审计", async () => {
    await planCase({ enterprise: "=cmd()电力有限公司", dueIn: -1, procedure: "commitment" });
    await planCase({ business: "personnel-change", scopeText: "离职：王磊（电工）", dueIn: 2 });
    await planCase({ state: "accepted" });
    const foreign = await planCase({ officeCode: "NCEB" });
    const csv = (await exportQueue(intake, { stage: "intake" }, "csv")).bytes.toString("utf8");
    const lines = csv.replace("\uFEFF", "").trim().split("\r\n");
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^编号,企业,统一社会信用代码,业务,标记/);
    expect(lines[1]).toContain("'=cmd()电力有限公司");
    expect(lines[1]).toMatch(/承诺制.*逾期 1.*待形审/);
    expect(lines[2]).toContain("离职");
    expect(csv).not.toContain("王磊");
    expect(csv).not.toContain(foreign.number);
    const { bytes, name } = await exportQueue(intake, { cut: "all" }, "xlsx");
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer);
    expect([name, workbook.worksheets[0]?.rowCount]).toEqual(["工作列表_全部环节_全部.xlsx", 4]);
    const audits = await db().auditEntry.findMany({ where: { action: "queue.export" }, orderBy: { at: "asc" }, select: { actorId: true, detail: true } });
    expect(audits).toEqual([
      { actorId: intake.accountId, detail: { query: { stage: "intake", cut: "running" }, format: "csv", rows: 2 } },
      { actorId: intake.accountId, detail: { query: { cut: "all" }, format: "xlsx", rows: 3 } },
    ]);
    expect(await codeOf(exportQueue(await staff(["auditor"]), {}, "csv"))).toBe("forbidden");
    // 认不出的到期日不当作没有筛选
    expect(await codeOf(exportQueue(intake, { dueFrom: "2026-02-30" }, "csv"))).toBe("invalid");
  });
});
