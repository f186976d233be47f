import { describe, expect, it } from "vitest";
import { describeEntry, fullText, summariseEntry } from "@/lib/services/audit/describe-entry";
import { canonicalEntry, faultOfSeal, genesis, headOf, linkEntries } from "@/lib/services/audit/chain";

const entry = (subject: string, detail: unknown, subjectId: string | null = null) => ({ action: "x", subject, subjectId, detail });
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
