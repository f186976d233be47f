import { describe, expect, it } from "vitest";
import type { Row } from "@/lib/forms/answers";
import { batchTableOf, matchFile, matchFiles } from "@/lib/licensing/attachments/batch-match";
import { skilledWorkers } from "@/lib/licensing/sections/skilled-workers";
import { performance } from "@/lib/licensing/sections/performance";
import { fictitiousPerson } from "../../../builders/people";

const [workers] = skilledWorkers.tables;
const [projects] = performance.tables;
if (!workers || !projects) throw new Error("the rosters are gone");
const table = batchTableOf(workers);

const person = (rowId: string, name: string, idNo: string): Row => ({ rowId, name, idNo });
const rows = [
  person("row-chu-1", "褚卫东", "210600197603152219"),
  person("row-chu-2", "褚卫东", "210600198001010031"),
  person("row-wang1", "王丽", "21060019800202002X"),
  person("row-wang2", "王丽娟", "210600198503030045"),
  person("row-zheng", "郑证书", "210600199004042219"),
];
const match = (name: string) => matchFile(name, table, rows);
const to = (rowId: string, slot: string) => ({ matched: true, rowId, slot });

describe("L-4.1.6 批量放入扫描件：文件名认人认材料", () => {
  it.each([
    ["褚卫东_2219_操作证.jpg", "row-chu-1", "WORKER_CERT"],
    ["210600197603152219 身份证.pdf", "row-chu-1", "WORKER_ID"],
    ["身份证扫描件-褚卫东-0031.PNG", "row-chu-2", "WORKER_ID"],
    ["王丽 身份证.jpg", "row-wang1", "WORKER_ID"],
    ["王丽娟社保.pdf", "row-wang2", "WORKER_SS"],
    ["002x_电工证.jpg", "row-wang1", "WORKER_CERT"],
    ["２１０６００１９８５０３０３００４５ 社会保险缴纳证明 2024年.pdf", "row-wang2", "WORKER_SS"],
    ["郑证书_身份证.jpg", "row-zheng", "WORKER_ID"],
    ["扫描/王丽娟_操作证_20240105.jpg", "row-wang2", "WORKER_CERT"],
  ])("%s", (name, rowId, slot) => expect(match(name)).toEqual(to(rowId, slot)));

  it.each([
    ["褚卫东 操作证.jpg", "同名的不止一人"],
    ["2219 操作证.jpg", "后四位对上了不止一人"],
    ["王丽_0045_操作证.jpg", "不是同一个人"],
    ["IMG_1234.jpg", "没有名册上的姓名或号码"],
    ["王丽.jpg", "没有写是哪份材料"],
    ["王丽 身份证 社保.pdf", "不止一份材料"],
    ["210600190001010011 身份证.pdf", "名册里没有号码"],
  ])("拿不准的不猜：%s", (name, reason) => expect(match(name)).toMatchObject({ matched: false, reason: expect.stringContaining(reason) as string }));

  it("没有号码的名册按称呼认", () => {
    const project: Row = { rowId: "row-proj1", projectName: "和平线改造工程" };
    expect(matchFile("和平线改造工程 合同.pdf", batchTableOf(projects), [project])).toEqual(to("row-proj1", "PF_CONTRACT"));
    expect(matchFile("和平线改造工程 竣工验收.pdf", batchTableOf(projects), [project])).toEqual(to("row-proj1", "PF_ACCEPTANCE"));
  });

  it("四十人各三份，一百二十份全归到位", () => {
    const people = Array.from({ length: 40 }, (_, n) => fictitiousPerson(n));
    const roster = people.map(({ name, residentId }, n) => person(`row-many-${n}`, name, residentId));
    const files = people.flatMap(({ name, residentId }) => ["操作证", "身份证", "社保"].map((slot) => ({ name: `${name}_${residentId}_${slot}.jpg` })));
    const matched = matchFiles(files, table, roster).filter(({ match: one }) => one.matched);
    expect(matched).toHaveLength(120);
    expect(new Set(matched.map(({ match: one }) => (one.matched ? `${one.rowId}/${one.slot}` : ""))).size).toBe(120);
  });
});
