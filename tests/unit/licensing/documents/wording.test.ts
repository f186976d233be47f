import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { remedies } from "@/lib/licensing/articles";
import { composeDocument } from "@/lib/licensing/documents/compose";
import { canonicalContent, type DocumentContent } from "@/lib/licensing/documents/content";
import { codesOf } from "@/lib/terms/option-map";
import { adverseDocuments, type DocumentKind, documentKinds } from "@/lib/terms/documents";
import { documentFacts, documentValues } from "@/tests/builders/documents";

const kinds = codesOf(documentKinds);
const wordsOf = ({ blocks }: DocumentContent): string =>
  blocks.map((block) => (block.kind === "text" ? block.text : block.kind === "list" ? [block.title, ...block.items].join("\n") : block.rows.map(({ label, value }) => `${label}：${value}`).join("\n"))).join("\n");
const compose = (kind: DocumentKind, more = {}, values = documentValues) => composeDocument(kind, "华东监能许可〔2026〕1号", documentFacts(more), values);

/** 每种文书非说不可的话。 */
const essentials: Readonly<Record<DocumentKind, readonly string[]>> = {
  receipt: ["第三十二条", "2026年12月11日前", "15个工作日", "即为受理", "不表示已经受理"],
  acceptance: ["决定予以受理", "第三十二条第一款第五项", "第四十二条", "2026年12月11日前", "法定期限为2026年12月18日前", "20个工作日"],
  conditionalAcceptance: ["缺项清单（共1项）", "技术负责人：职称证书", "2026年12月4日前", "10个工作日", "不予许可"],
  deferralMet: ["已经补齐的材料（共1项）", "技术负责人：职称证书", "不表示准予许可"],
  correction: ["第三十二条第一款第四项", "补正内容（共2条）", "【必须修改】技术负责人 职称证书编号：与扫描件不一致", "【提示】附件", "2026年12月11日前", "不予受理"],
  nonAcceptance: ["决定不予受理", "理由：净资产不足", "法律依据：《行政许可法》", "第三十二条第二款"],
  extension: ["第四十二条第一款", "负责人批准", "延长10个工作日，延长后的法定期限为2027年1月11日前", "承诺的期限相应延至2027年1月4日前", "延期理由：净资产不足"],
  siteVisit: ["第三十四条第三款", "两名以上", "2026年12月1日 09:30", "李审、王复", "合肥市蜀山区1号", "核对试验设备"],
  grant: ["决定准予许可", "第三十八条第一款", "4-1-00033-2026", "2032年11月21日", "第四十四条", "10个工作日"],
  refusal: ["决定不予许可", "理由：净资产不足", "法律依据：《行政许可法》", "2026年11月21日受理"],
  cancellation: ["第七十条", "注销", "4-1-00033-2026"],
  revocationNotice: ["拟依据《行政许可法》第六十九条", "不是决定", "第七条", "陈述、申辩", "理由：净资产不足"],
  revocation: ["第六十九条", "陈述、申辩", "撤销", "4-1-00033-2026", "理由：净资产不足"],
  hearing: ["第四十七条", "有权要求听证", "5个工作日内", "20个工作日内组织听证", "7日前通知", "不收取任何费用", "4-1-00033-2026", "理由：净资产不足", "法律依据：《行政许可法》"],
  conditions: ["第六十一条", "2026年12月20日前", "不符合的条件：净资产不足", "人员入职", "责令限期整改"],
  rectification: ["第六十一条", "2026年12月20日前", "检查情况：净资产不足", "撤销许可"],
  termination: ["终止办理", "终止原因：净资产不足", "可以重新申请"],
};

describe("文书的文字", () => {
  it.each(kinds)("L-6-04 L-6-11 %s：编号、受文者、申请编号、依据、决定、机关、日期都在，没有留空的", (kind) => {
    const content = compose(kind);
    expect(content).toMatchObject({
      kind, title: documentKinds[kind], number: "华东监能许可〔2026〕1号", addressee: { name: "安徽恒明电力工程有限公司", uscc: "91340100MA2N123456" }, caseNumber: "ECEB-2026-000012",
      office: "国家能源局华东监管局", issuedOn: "2026-11-20",
    });
    const words = wordsOf(content);
    for (const part of ["许可证新申请", "ECEB-2026-000012", ...essentials[kind]]) expect(words).toContain(part);
    expect(words).not.toMatch(/undefined|null|NaN|\{|\}|：$|（）|申请申请/m);
  });

  it.each(kinds)("L-6-04 %s：另外要说的没有给也成句", (kind) => {
    const bare = { submittedOn: undefined, acceptedOn: undefined, stageDueOn: undefined, statutoryDueOn: undefined, deferral: undefined, scopeText: "" };
    expect(wordsOf(compose(kind, bare, {}))).not.toMatch(/undefined|null|NaN/);
  });

  it("L-6-04 不利的决定一律写明救济，其余不写", () => {
    const saying = kinds.filter((kind) => compose(kind).remedies !== undefined);
    expect(saying.toSorted()).toEqual([...adverseDocuments].toSorted());
    for (const kind of saying) expect(compose(kind).remedies).toBe(remedies);
    expect(remedies).toMatch(/60日内向国家能源局申请行政复议.*6个月内向有管辖权的人民法院提起行政诉讼/);
  });

  it("L-6-04 补正通知书一次列出全部意见，次序、位置、轻重、文字都不少", () => {
    const remark = fc.record({ place: fc.string({ minLength: 1 }), level: fc.constantFrom("must", "hint"), text: fc.string({ minLength: 1 }) });
    fc.assert(fc.property(fc.array(remark, { minLength: 1, maxLength: 30 }), (remarks) => {
      const list = compose("correction", {}, { remarks }).blocks.find((block) => block.kind === "list");
      expect(list).toEqual({ kind: "list", title: `补正内容（共${remarks.length}条）`, items: remarks.map(({ place, level, text }) => `【${level === "must" ? "必须修改" : "提示"}】${place}：${text}`) });
    }));
  });

  it("L-6-04 逾期没有答复的受理通知书如实说明，不说审查过；期限已过的不数工作日", () => {
    const words = wordsOf(compose("acceptance", {}, { tacit: true }));
    expect(words).toContain("5个工作日内没有告知");
    expect(words).toContain("自收到之日起即为受理");
    expect(words).not.toContain("经审查");
    expect(wordsOf(compose("acceptance", { stageDueOn: "2026-11-18" }))).toContain("本机关承诺在2026年11月18日前作出决定");
  });

  it("期限跨到还没有公布放假安排的一年，注明暂定", () => {
    expect(wordsOf(compose("acceptance", { statutoryDueOn: "2027-01-08" }))).toContain("2027年放假安排公布前日期为暂定");
    expect(wordsOf(compose("acceptance"))).not.toContain("暂定");
  });

  it("补正之后再次提交的，说第几次；按承诺办理的准予写明核查", () => {
    expect(wordsOf(compose("acceptance", { round: 2 }))).toContain("第2次提交的");
    expect(wordsOf(compose("grant", { procedure: "commitment" }))).toContain("六个月内核查承诺");
    expect(wordsOf(compose("grant"))).not.toContain("核查承诺");
    const unchanged = wordsOf(compose("grant", {}, { outcome: "人员变更已生效", licenceNumber: "4-1-00033-2026" }));
    expect(unchanged, "不发证的不说颁发").not.toContain("颁发");
    expect(unchanged).toContain("自出具之日起生效");
  });

  it("准予分立、合并的，写明各方的许可证与人员怎样", () => {
    const effects = [{ uscc: "91", name: "甲公司", lines: ["许可证 1 注销"] }, { uscc: "92", name: "乙公司", lines: ["2 人转入"] }];
    const words = wordsOf(compose("grant", {}, { ...documentValues, effects }));
    for (const part of ["甲公司", "许可证 1 注销", "乙公司", "2 人转入"]) expect(words).toContain(part);
  });

  it("规范文字与键的次序无关：数据库换了次序，散列不变", () => {
    fc.assert(fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      expect(canonicalContent({ a, b })).toBe(canonicalContent({ b, a }));
      expect(JSON.parse(canonicalContent({ a, b }))).toEqual(JSON.parse(JSON.stringify({ a, b })));
    }));
  });
});
