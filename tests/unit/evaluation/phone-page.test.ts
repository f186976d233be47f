import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeHtml, pagePolicies } from "@/app/api/ratings/[token]/markup";
import { renderPhonePage } from "@/app/api/ratings/[token]/pages";
import { palettes, styles } from "@/app/api/ratings/[token]/style";
import { ratingLevels } from "@/lib/evaluation/options";
import type { PhoneDraft, PhoneFormView, PhoneRetry, PhoneView } from "@/lib/evaluation/phone-page";
import { RatingInput } from "@/lib/evaluation/rating";
import { businesses } from "@/lib/terms/businesses";

const longest = Object.values(businesses).toSorted((a, b) => b.length - a.length)[0] ?? "";
const place = { kind: "matter" as const, officeName: "国家能源局东北监管局", title: longest, number: "DB-2026-000123", expiresOn: "2026-12-10" };
const form = "zUjv2KtsoLzieRIjQqrfegGiAuNR";
const blank: PhoneDraft = { level: "", options: [], text: "", phone: "", name: "" };
const typed: PhoneDraft = { level: "2", options: ["207"], text: "排队太久", phone: "13900000002", name: "王丽" };
const at = new Date("2026-11-26T01:12:00Z");
const page = (more: Partial<PhoneFormView>): PhoneFormView => ({ kind: "form", place, form, ...more });

/** 填错时真有的提示。 */
const errorsOf = (draft: PhoneDraft) => Object.fromEntries(RatingInput.safeParse(draft).error?.issues.map(({ path, message }) => [String(path[0]), message]) ?? []);
const wrong = (draft: PhoneDraft): PhoneFormView => page({ draft, errors: errorsOf(draft) });
const retries: readonly PhoneRetry[] = ["tooFast", "stale", "trap", "used", "busy"];

const states: [string, PhoneView][] = [
  ["刚打开", page({})],
  ["什么都没填", wrong(blank)],
  ["差评没有理由、号码不对", wrong({ ...typed, options: [], text: "", phone: "1390000" })],
  ["选项不对、号码不对", wrong({ ...typed, options: ["999"], phone: "" })],
  ["五天内评过", page({ draft: typed, from: { reason: "phoneTaken", at, seconds: 9 } })],
  ["次数太多", page({ draft: typed, from: { reason: "tooMany", at, seconds: 9 } })],
  ...retries.map((again): [string, PhoneView] => [`请再提交：${again}`, page({ draft: typed, again })]),
  ["感谢", { kind: "thanks", place, level: 2, options: ["207"], text: "排队太久", phone: "139****0002", at }],
  ...(["used", "expired", "revoked", "unfinished", "unknown"] as const).map((because): [string, PhoneView] => [`不能评：${because}`, { kind: "closed", because, place }]),
];

describe("P-1-07 手机评价页", () => {
  it.each(states)("%s：压缩后不超过 3 kB，不带脚本、外部文件与行内样式", (_name, view) => {
    const { html } = renderPhonePage(view);
    expect(gzipSync(html).length).toBeLessThanOrEqual(3000);
    expect(html).not.toMatch(/<script|\ssrc=|\sstyle=|https?:|@import|url\(|\son\w+=/);
    expect(html.match(/href=("[^"]*"|[^\s>]+)/g)?.every((href) => /^href=(data:,|#[a-z0-9]+)$/.test(href))).toBe(true);
  });

  it("L-5.2.2-01 五级、每级八项都在；选了哪一级由样式展开哪一级，不用脚本", () => {
    const { html } = renderPhonePage(page({}));
    for (const { level, word, options } of ratingLevels) {
      expect(html).toMatch(new RegExp(`id=l${level} value=${level} required><label for=l${level}>${word}<small>${level} 分`));
      const group = new RegExp(`<fieldset id=w${level}>.*?</fieldset>`).exec(html)?.[0] ?? "";
      expect([...group.matchAll(/value=(\d+)>([^<]+)</g)].map(([, code, text]) => ({ code, text }))).toEqual(options.map(({ code, text }) => ({ code, text })));
      expect(styles.form).toContain(`#l${level}:checked~#w${level}`);
    }
    expect(html).not.toContain("checked>");
  });

  it("L-5.2.2-03 带 * 的必填，其余选填；谁看得到什么写在栏旁；按钮是【提交】", () => {
    const { html } = renderPhonePage(page({}));
    expect(html).toMatch(/总体评价 <i>\*<\/i>.*手机号码 <i>\*<\/i>.*<i>\*<\/i> 为必填项/s);
    expect(html).toMatch(/意见建议（选填）.*姓名（选填）/s);
    expect(html).toMatch(/同一手机号 5 天内只能评价一次。号码加密，只供好差评管理员回访，被评价的单位看不到/);
    expect(html).toContain(`<button name=form value=${form}>提交</button>`);
  });

  it("填错的放在栏旁，也列在页首并连过去；填的都在，换等级前勾的也在", () => {
    const { status, html } = renderPhonePage(page({ draft: { ...typed, options: ["510"], text: "", phone: "1390000" }, errors: errorsOf({ ...typed, options: [], text: "", phone: "1390000" }) }));
    expect(status).toBe(422);
    expect(html).toMatch(/<title>错误：.*有 2 处需要修改.*<a href=#w2>差评必须勾选详情或填写文字评价<\/a><a href=#phone>请输入正确的手机号码<\/a>/s);
    expect(html).toMatch(/<fieldset id=w2><legend>[^]*?<p class=x id=e-options>差评必须/);
    expect(html).toMatch(/aria-describedby=e-phone aria-invalid=true[^>]*value="1390000"/);
    expect(html).toContain("value=510 checked>");
    expect(html).toContain('value="王丽"');
  });

  it("L-5.3.2-01 撤销了的说已撤销；一事一评的没有张贴，不叫人用张贴的", () => {
    const closed = (kind: "visit" | "matter"): string => renderPhonePage({ kind: "closed", because: "revoked", place: { ...place, kind } }).html;
    expect(closed("visit")).toMatch(/二维码已撤销.*请使用受理窗口现在张贴的二维码/s);
    expect(closed("matter")).toContain("二维码已撤销");
    expect(closed("matter")).not.toMatch(/张贴|停用/);
    const expired = (kind: "visit" | "matter"): string => renderPhonePage({ kind: "closed", because: "expired", place: { ...place, kind } }).html;
    expect([expired("visit").includes("另给一个"), expired("matter").includes("评价已截止"), expired("matter").includes("另给一个")]).toEqual([true, true, false]);
  });

  it.each([[5, 200], [4, 409], [3, 410], [2, 404]])("不能评的各有状态码（%i）", (_n, status) => {
    const found = states.map(([, view]) => renderPhonePage(view).status);
    expect(found).toContain(status);
    expect(found.every((one) => one < 500 || one === 503)).toBe(true);
  });

  it("内容安全策略里的散列就是页内那一段样式的，两种页各一段", () => {
    for (const [, view] of states) {
      const { html, style } = renderPhonePage(view);
      const inside = /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? "";
      expect(pagePolicies[style]).toContain(`style-src 'sha256-${createHash("sha256").update(inside).digest("base64")}'`);
      expect(pagePolicies[style]).toContain("default-src 'none'");
      expect(html.match(/<style/g)).toHaveLength(1);
    }
  });

  it("颜色与 app/styles/tokens.css 同名同值，明暗都是；没有别的颜色", () => {
    const tokens = readFileSync("app/styles/tokens.css", "utf8");
    const short = (colour: string): string => (colour === "#ffffff" ? "#fff" : colour);
    const read = (text: string) => Object.fromEntries([...text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = "", value = ""]) => [name, short(value)]));
    const [lightPart = "", rest = ""] = tokens.split("@variant dark");
    expect(read(lightPart)).toMatchObject(palettes.light);
    expect(read(rest.split(".public")[0] ?? "")).toMatchObject(palettes.dark);
    const known = new Set([...Object.values(palettes.light), ...Object.values(palettes.dark)]);
    for (const style of Object.values(styles)) expect((style.match(/#[0-9a-f]{3,6}\b/g) ?? []).filter((colour) => !known.has(colour))).toEqual([]);
  });
});

describe("T11 填写的内容不会成为标记", () => {
  it("任何文字都只是文字", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const safe = escapeHtml(text);
        expect(safe).not.toMatch(/[<>"']/);
        expect(safe.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&")).toBe(text);
      }),
    );
  });

  it("页面的标签只由模板来，填什么都不增减", () => {
    const shape = (html: string): string => (html.match(/<\/?[a-z]+/gi) ?? []).join();
    const plain = shape(renderPhonePage(page({ draft: typed, errors: { phone: "请" } })).html);
    const hostile = fc.constantFrom("<script>", "</textarea><script>", '"><img onerror=1>', "' autofocus onfocus=1", "&lt;", "<!--", "]]>");
    fc.assert(
      fc.property(fc.string(), hostile, (before, attack) => {
        const text = before + attack;
        const { html } = renderPhonePage(page({ place: { ...place, title: text, officeName: text }, draft: { ...typed, level: "2", text, phone: text, name: text }, errors: { phone: text } }));
        expect(shape(html)).toBe(plain);
      }),
      { numRuns: 30 },
    );
    const thanks = renderPhonePage({ kind: "thanks", place, level: 2, options: ["207"], text: "<script>alert(1)</script>", phone: "139****0002", at }).html;
    expect(thanks).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  });
});
