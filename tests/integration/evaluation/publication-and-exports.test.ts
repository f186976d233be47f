import { randomUUID } from "node:crypto";
import ExcelJS from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/access/actor";
import { freshDatabase } from "../database";

await freshDatabase();
const { db } = await import("@/lib/data/client");
const { refreshTallies } = await import("@/lib/data/evaluation-tallies");
const { getPublication } = await import("@/lib/services/evaluation/figures/publish-figures");
const { exportFigures } = await import("@/lib/services/evaluation/figures/export-figures");
const { exportReceived } = await import("@/lib/services/evaluation/export-received");
const { listEvaluations } = await import("@/lib/services/evaluation/list-evaluations");
const { today } = await import("@/lib/services/platform/clock");
const { publishedQuarters, PUBLISHED_AFTER_DAYS } = await import("@/lib/evaluation/figures/period");
const { addDays } = await import("@/lib/workflow/iso-date");

const officer: StaffActor = { kind: "staff", accountId: randomUUID(), sessionId: randomUUID(), name: "周评价", officeCode: "NEEB", roles: ["evaluationOfficer"] };
const offices = ["NEEB", "NCEB", "SD", "ZJ"] as const;
const quarter = publishedQuarters(addDays(await today(), -PUBLISHED_AFTER_DAYS), 2)[0] ?? { key: "", from: "", to: "" };
let serial = 0;

async function rated(officeCode: string, count: number, more: object = {}): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    serial += 1;
    await db().evaluation.create({
      data: {
        officeCode, channel: "visit", matter: "counter", serviceName: "1 号窗口", level: 5, options: ["510"], comment: `秘密意见${serial}`, raterName: "王小明", phoneHash: String(serial), phoneEncrypted: "13900001111",
        createdAt: new Date(`${quarter.from}-1${index % 10}T10:00:0${Math.floor(index / 10)}+08:00`), ...more,
      },
    });
  }
}

beforeAll(async () => {
  await db().office.createMany({ data: offices.map((code, index) => ({ code, name: code, regionDigit: 2, officeDigit: index + 1 })) });
  await rated("NEEB", 9);
  await rated("NEEB", 2, { matter: "renewal", level: 1, options: ["108"], comment: "=HYPERLINK(\"http://x\",\"点\")" });
  await rated("NEEB", 6, { matter: "new-licence", level: 4, channel: "todo", options: [] });
  await rated("NCEB", 7, { level: 2 });
  await rated("SD", 3);
  await refreshTallies();
});

describe("好差评公示（L-6-10）", () => {
  it("L-6-10 不必登录；少于五条的单位不公示，能减出它的也不公示", async () => {
    const view = await getPublication({});
    expect(view.quarter.key).toBe(quarter.key);
    expect(view.total.indicators?.valid).toBe(27);
    const shown = view.offices.filter(({ indicators }) => indicators).map(({ key, indicators }) => [key, indicators?.valid]);
    expect(shown).toEqual([["NEEB", 17]]);
    expect(view.offices.find(({ key }) => key === "NCEB")?.indicators).toBeUndefined();
  });

  it("L-6-10 事项也一样：两条的续证隐去，连带最小的一项；没有评价的与太少的看不出分别", async () => {
    const { matters, total } = await getPublication({ office: "NEEB" });
    expect(total.indicators?.valid).toBe(17);
    expect(matters.filter(({ indicators }) => indicators).map(({ key }) => key)).toEqual(["counter"]);
    expect(matters.filter(({ indicators }) => !indicators).map(({ key }) => key)).toEqual(expect.arrayContaining(["renewal", "new-licence", "cancellation"]));
    const hidden = await getPublication({ office: "SD" });
    expect([hidden.total.indicators, hidden.matters.some(({ indicators }) => indicators)]).toEqual([undefined, false]);
  });

  it("L-6-10 办结的、留名的差评少于五的，比率不公示，走势里也空着", async () => {
    const { total, trend } = await getPublication({ office: "NEEB" });
    expect([total.indicators?.participation, total.indicators?.calledBack]).toEqual([{ part: 0, whole: 0, withheld: true }, { part: 0, whole: 0, withheld: true }]);
    expect(trend.find(({ key }) => key === quarter.key)?.indicators?.participation.whole).toBe(0);
    expect((await getPublication({})).total.indicators?.calledBack).toEqual({ part: 0, whole: 9 });
  });

  it("L-6-10 文字评价、姓名、电话都不在公示里；没有公示的季度、乱写的参数当作没问", async () => {
    const all = JSON.stringify([await getPublication({}), await getPublication({ office: "NEEB" }), await getPublication({ quarter: "2099-Q1", office: "' OR 1=1" })]);
    expect(all).not.toMatch(/秘密意见|王小明|1390000|HYPERLINK/);
    expect((await getPublication({ quarter: "2099-Q1" })).quarter.key).toBe(quarter.key);
  });
});

describe("导出（L-6-10）", () => {
  const asked = { period: quarter.key };

  it("L-6-10 统计的 Excel 与页面同一份数，数字是数字，口径写在末一张", async () => {
    const { name, bytes } = await exportFigures(officer, asked, "xlsx");
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(["总计", "按月", "按事项", "按渠道", "提到最多的详情", "口径"]);
    const valuesOf = (number: number): unknown[] => [workbook.getWorksheet("总计")?.getRow(number).values].flat().slice(1);
    const [head, row] = [valuesOf(1), valuesOf(2)];
    expect(row[head.indexOf("有效评价")]).toBe(17);
    expect(row[head.indexOf("满意率")]).toBe("88.2%");
    expect(name).toMatch(/^好差评统计_国家能源局东北监管局_.*\.xlsx$/);
    expect(await db().auditEntry.count({ where: { action: "evaluation.exportFigures" } })).toBe(1);
  });

  it("L-6-10 CSV 带 BOM，公式去了引信；没有电话，姓名遮盖", async () => {
    const { bytes, mediaType } = await exportReceived(officer, { ...asked, level: "bad" }, "csv");
    const text = bytes.toString("utf8");
    expect([text.charCodeAt(0), mediaType]).toEqual([0xfeff, "text/csv; charset=utf-8"]);
    const lines = text.trimEnd().split("\r\n");
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain(`"'=HYPERLINK(""http://x"",""点"")"`);
    expect(text).not.toMatch(/王小明|1390000/);
    expect(text).toContain("王**");
    const figures = (await exportFigures(officer, asked, "csv")).bytes.toString("utf8");
    expect(figures.split("\r\n")[0]).toMatch(/^\uFEFF分组,名称,办结件数/);
    expect(figures).toContain("按事项,窗口服务,0,9,9,0");
  });

  it("L-6-10 岗位不符的导不出；别的机构的不在里面", async () => {
    await expect(exportReceived({ ...officer, roles: ["intake"] }, {}, "csv")).rejects.toMatchObject({ code: "forbidden" });
    await expect(exportFigures({ ...officer, roles: ["auditor"] }, {}, "csv")).rejects.toMatchObject({ code: "forbidden" });
    for (const [to, said] of [["2026-02", "早于起始的 2026-11，请核对"], ["2026-13", "请输入年月，如 2026-03"]] as const) {
      await expect(exportFigures(officer, { period: "custom", from: "2026-11", to }, "csv")).rejects.toMatchObject({ code: "invalid", message: said });
    }
    await expect(exportReceived(officer, { period: "2026-13" }, "csv")).rejects.toMatchObject({ code: "invalid", message: "没有这一项，请重新选择" });
    expect(await listEvaluations(officer, undefined, { level: "99" })).toMatchObject({ rows: [], misread: { level: { typed: "99" } } });
    expect((await exportReceived({ ...officer, officeCode: "SD" }, {}, "csv")).bytes.toString("utf8").trimEnd().split("\r\n")).toHaveLength(4);
  });
});

describe("收到的评价（L-6-10）", () => {
  it("L-6-10 按等级、渠道、事项、期间筛选", async () => {
    const count = async (query: object): Promise<number> => (await listEvaluations(officer, undefined, query)).rows.length;
    expect(await Promise.all([{}, { level: "bad" }, { level: "4" }, { channel: "todo" }, { matter: "counter" }, { period: quarter.key, level: "5" }, { period: "2001" }, { level: "垃圾", channel: "x", matter: "y", period: "z" }].map(count))).toEqual([17, 2, 6, 6, 9, 9, 0, 0]);
    expect(Object.keys((await listEvaluations(officer, undefined, { level: "垃圾", channel: "x", matter: "y", period: "z" })).misread), "认不出的说出来，不当作没问").toEqual(["level", "channel", "matter", "period"]);
  });

  it("L-6-10 翻页不重不漏，同一时刻的也是", async () => {
    await rated("ZJ", 70, { createdAt: new Date("2026-02-03T04:05:06.789Z") });
    const seen: string[] = [];
    for (let after: string | undefined, more = true; more; ) {
      const { rows, next } = await listEvaluations({ ...officer, officeCode: "ZJ" }, after);
      seen.push(...rows.map(({ id }) => id));
      after = next;
      more = next !== undefined;
    }
    expect([seen.length, new Set(seen).size]).toEqual([70, 70]);
  });
});
