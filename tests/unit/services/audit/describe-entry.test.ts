import { describe, expect, it } from "vitest";
import { describeEntry, fullText, summariseEntry } from "@/lib/services/audit/describe-entry";
import { codesNamed, nameSubject } from "@/lib/services/audit/name-subject";
import { canonicalEntry, faultOfSeal, genesis, headOf, linkEntries } from "@/lib/services/audit/chain";

const entry = (subject: string, detail: unknown, subjectId: string | null = null, action = "x") => ({ action, subject, subjectId, detail });
const texts = (subject: string, detail: unknown, subjectId?: string, labels?: ReadonlyMap<string, string>) => fullText(describeEntry(entry(subject, detail, subjectId), labels));

describe("审计说成文字", () => {
  it.each([
    ["Setting", { before: "djbh3", after: "asvs" }, "passwordProfile", "密码策略：等级保护三级 → 长度优先"],
    ["Setting", { before: [], after: ["NEEB"] }, "confirmedOffices", "已核实编号的派出机构：无 → 国家能源局东北监管局"],
    ["Setting", { before: "NDRC-36-2020", after: "NDRC-36-2020" }, "nothing", "nothing：NDRC-36-2020 → NDRC-36-2020"],
    ["Office", { before: { regionDigit: 2, officeDigit: 1 }, after: { regionDigit: 7, officeDigit: 1 } }, "NEEB", "区域数字：2 → 7"],
    ["CreditRecord", { before: null, after: { grade: "good", pilotZone: true, deferralDefaults: [] } }, "U", "信用等级：无 → 信用良好；自贸区试点：无 → 是"],
    ["CreditRecord", { added: 1, changed: 0, records: [{ uscc: "9121", before: { grade: "good" }, after: { grade: "untrustworthy" } }] }, undefined, "9121 信用等级：信用良好 → 失信；新增：1；改动：0"],
    ["PilotArea", { before: { kind: "freeTradeZone", regionCode: "2101" }, after: null }, "p", "种类：自贸区试点范围 → 无；地区：辽宁省/沈阳市 → 无"],
    ["Enterprise", { changes: [{ label: "联系人", before: "李丽", after: "王丽" }, { label: "传真", before: "", after: "024-1" }] }, "e", "联系人：李丽 → 王丽；传真：无 → 024-1"],
    ["Case", { from: "submitted", to: "accepted" }, "c", "状态：待形审 → 已受理"],
    ["Case", { section: "basic-information", fields: ["netAssets"], rows: 0, conflicts: 0 }, "c", expect.stringMatching(/^页签：基本情况；改动的项：[^；A-Za-z]+；行数：0/)],
  ])("%s：%j", (subject, detail, subjectId, said) => {
    expect(texts(subject, detail, subjectId)).toEqual(said);
  });

  it("标识换成名称；没有的不说；号码再遮一次", () => {
    expect(texts("Case", { from: "a1", reason: "出差" }, "c", new Map([["a1", "张敏（zhangmin）"]]))).toBe("理由：出差；原为：张敏（zhangmin）");
    expect(texts("Case", { from: null, reason: null })).toBe("");
    expect(texts("Audit", { person: "11010519491231002X" })).toBe("人：110105********002X");
    expect(describeEntry(entry("Case", null))).toEqual([]);
  });

  it("设置里差评办理的期限逐项用中文；设置、派出机构的对象用名称，不写代码", () => {
    const days = entry("Setting", { before: { rectify: 1, callBack: 5 }, after: { rectify: 5, callBack: 3 } }, "badRatingDays", "settings.change");
    expect(fullText(describeEntry(days))).toBe("整改：1 → 5；回访：5 → 3");
    expect(nameSubject(days, new Map())).toBe("差评办理的期限");
    expect(texts("Setting", { before: 4, after: 3 }, "satisfiedFrom")).toBe("满意率从哪一级算起：满意及以上 → 基本满意及以上");
    expect(nameSubject(entry("Office", {}, "NWEB"), new Map())).toBe("国家能源局西北监管局");
    expect(codesNamed("国家能源局西北监管局")).toEqual(["NWEB"]);
    expect(codesNamed("差评办理的期限")).toEqual(["badRatingDays"]);
  });

  it("没有编号的记录照内容称呼：通知的标题、导入的文件名、地区、案件；什么都没有的才写标识", () => {
    const id = "0198a3f0-1111-7222-8333-444455556666";
    const called = (subject: string, detail: unknown, labels = new Map<string, string>()) => nameSubject(entry(subject, detail, id), labels);
    expect(called("Notice", { title: "停机维护的通知" })).toBe("停机维护的通知");
    expect(called("Notice", { before: { title: "旧题" }, after: { title: "新题" } })).toBe("新题");
    expect(called("ImportRun", { file: "旧登记簿.xlsx", added: 1 })).toBe("旧登记簿.xlsx");
    expect(called("PilotArea", { before: { kind: "commitment", regionCode: "2101" }, after: null })).toBe("辽宁省/沈阳市");
    expect(called("SiteVisit", { caseId: "c1" }, new Map([["c1", "承装（修、试）2026-1"]]))).toBe("承装（修、试）2026-1");
    expect(called("Notice", { title: "别的" }, new Map([[id, "库里的标题"]]))).toBe("库里的标题");
    expect(called("Key", null)).toBe(id);
  });

  it("导出工作列表的筛选逐项用中文，早先写成一段 JSON 的也是；统计的起讫是月份，不是状态；移交的是承办人", () => {
    const query = { cut: "all", stage: "review", business: "renewal", dueFrom: "2026-11-01" };
    const said = "业务：许可证延续；格式：CSV；视图：全部；环节：审查；到期日起：2026-11-01";
    for (const one of [query, JSON.stringify(query)]) expect(texts("Case", { query: one, format: "csv" }).split("；").sort().join("；")).toBe(said.split("；").sort().join("；"));
    expect(texts("Case", { query: "{不是 JSON", format: "csv" })).toBe("格式：CSV");
    const statistics = entry("Case", { period: "recent", from: "2025-12", to: "2026-11", office: "NWEB", business: "", format: "xlsx" }, null, "statistics.export");
    expect(fullText(describeEntry(statistics)).split("；")).toEqual(expect.arrayContaining(["期间：近12个月", "起始月份：2025-12", "截止月份：2026-11", "派出机构：国家能源局西北监管局", "格式：Excel"]));
    const moved = entry("Case", { from: "a1", to: "a2", reason: "出差" }, "c", "case.reassign");
    expect(fullText(describeEntry(moved, new Map([["a1", "张敏"], ["a2", "李强"]])))).toBe("承办人：张敏 → 李强；理由：出差");
  });

  it("一年的假日只列不同的；不改状态的一步也有话说", () => {
    const days = Array.from({ length: 30 }, (_, index) => `2026-10-${String(index + 1).padStart(2, "0")}`);
    const change = { before: { daysOff: days, makeUpWorkdays: ["2026-09-27"] }, after: { daysOff: [...days.slice(1), "2026-10-31"], makeUpWorkdays: ["2026-09-27"] }, cases: 2, tasks: 0 };
    expect(texts("HolidayYear", change, "2026")).toBe("放假（只列不同的）：2026-10-01 → 2026-10-31；案件：2；任务：0");
    expect(texts("Case", { from: "underReview", to: "underReview" })).toBe("状态：审查中，没有变");
    expect(texts("Case", { from: "underReview", to: "underReview", reason: "材料多", dueOn: "2026-12-11" })).toBe("理由：材料多；期限：2026-12-11");
  });

  it("列表里只说三项，多的说一共几项", () => {
    const facts = describeEntry(entry("Audit", { person: "王", id: "X", address: "10.0.0.1", since: "2026-01-01" }));
    expect(summariseEntry(facts)).toBe("人：王；编号或代码：X；来源地址：10.0.0.1；等 4 项");
  });
});

describe("散列链", () => {
  const row = (n: number) => ({ id: `id-${n}`, at: "2026-11-22T00:00:00.000Z", actorId: null, actorName: "系统", audience: "system", action: "a", subject: "s", subjectId: null, detail: `{"n": ${n}}`, address: null });

  it("把字从一格挪到旁边一格也认得出：规范文字有界", () => {
    expect(canonicalEntry({ ...row(1), action: "ab", subject: "c" })).not.toBe(canonicalEntry({ ...row(1), action: "a", subject: "bc" }));
    expect(canonicalEntry({ ...row(1), address: "" })).not.toBe(canonicalEntry(row(1)));
  });

  it("分批接与一次接是同一条链；逐环校验无误，换一条就接不上", () => {
    const rows = [1, 2, 3, 4, 5].map(row);
    const whole = linkEntries(genesis, rows);
    const first = linkEntries(genesis, rows.slice(0, 2));
    const rest = linkEntries(first.map(headOf).at(-1) ?? genesis, rows.slice(2));
    expect([...first, ...rest]).toEqual(whole);
    let head = genesis;
    whole.forEach((seal, index) => {
      expect(faultOfSeal(head, { ...seal, entry: rows[index] ?? null })).toBeUndefined();
      expect(faultOfSeal(head, { ...seal, entry: row(99) })?.kind).toBe("changed");
      head = headOf(seal);
    });
  });
});
