import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeState, matterExpiry, validityWord, visitExpiry, visitValidityDays } from "@/lib/evaluation/codes";
import { posterFace, posterFileName } from "@/lib/evaluation/poster";
import { parseServicePoints, SERVICE_POINT_LENGTH, SERVICE_POINTS_MAX } from "@/lib/evaluation/service-points";
import { shanghaiDate } from "@/lib/workflow/iso-date";

const pointsOf = (text: string): string[] | string => {
  const parsed = parseServicePoints(text);
  return parsed.ok ? parsed.points : parsed.message;
};

describe("服务点", () => {
  it("L-5.2.1-02 一行一个，空行、重复的不算，全角数字与半角相同", () => {
    expect(pointsOf(" 1号窗口 \r\n\n２号窗口\n1号窗口\n咨询台")).toEqual(["1号窗口", "2号窗口", "咨询台"]);
  });

  it.each([
    ["1至3号窗口", ["1号窗口", "2号窗口", "3号窗口"]],
    ["大厅 8～10 号", ["大厅 8 号", "大厅 9 号", "大厅 10 号"]],
    ["窗口01~03", ["窗口01", "窗口02", "窗口03"]],
    ["1-3号窗口", ["1号窗口", "2号窗口", "3号窗口"]],
    ["2-301 室", ["2-301 室"]],
  ])("范围展开：%s", (text, points) => {
    expect(pointsOf(text)).toEqual(points);
  });

  it.each([
    ["", "请填写服务点"],
    ["5至3号窗口", "前一个号应当小于后一个"],
    ["1至9999号窗口", "请分批生成"],
    ["长".repeat(SERVICE_POINT_LENGTH + 1), "请将"],
    [Array.from({ length: SERVICE_POINTS_MAX + 1 }, (_, n) => `甲${n}`).join("\n"), "请分批生成"],
  ])("不成的说明原因", (text, reason) => {
    expect(pointsOf(text)).toContain(reason);
  });

  it.each([
    ["咨询台😀", "请去掉“咨询台😀”里的“😀”，海报上印不出这个字"],
    ["1至3号窗口👨‍👩‍👧‍👦", "里的“👨‍👩‍👧‍👦”"],
    ["𠮷林大厅", "里的“𠮷”"],
    ["1️⃣号窗口", "里的“1️⃣”"],
    ["大厅⭐", "里的“⭐”"],
  ])("L-5.2.1-02 海报印不出的字说是哪一个：%s", (text, reason) => {
    expect(pointsOf(text)).toContain(reason);
  });

  it("L-5.2.1-02 印得出的符号照收", () => {
    expect(pointsOf("咨询☎\nA区→B区 #2（东）")).toEqual(["咨询☎", "A区→B区 #2（东）"]);
  });

  it("任何文字都只有两种结果：一批不重复、不超长、不超数的服务点，或一句话", () => {
    fc.assert(fc.property(fc.string({ maxLength: 200, unit: "grapheme" }), (text) => {
      const parsed = parseServicePoints(text);
      if (!parsed.ok) return void expect(parsed.message).toMatch(/^请/);
      expect(parsed.points.length).toBeGreaterThan(0);
      expect(parsed.points.length).toBeLessThanOrEqual(SERVICE_POINTS_MAX);
      expect(new Set(parsed.points).size).toBe(parsed.points.length);
      for (const point of parsed.points) expect([...point].length).toBeLessThanOrEqual(SERVICE_POINT_LENGTH);
    }));
    fc.assert(fc.property(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 0, max: SERVICE_POINTS_MAX - 1 }), (from, more) => {
      expect(pointsOf(`${from}至${from + more}号窗口`)).toHaveLength(more + 1);
    }));
  });
});

describe("码的状态与到期", () => {
  it("撤销最先说；一事一评用过即完，一次一评不受评价影响（决定三十）", () => {
    const fresh = { expired: false, revoked: false, rated: false };
    expect(codeState({ kind: "matter", ...fresh })).toBe("valid");
    expect(codeState({ kind: "matter", ...fresh, rated: true })).toBe("used");
    expect(codeState({ kind: "visit", ...fresh, rated: true })).toBe("valid");
    expect(codeState({ kind: "visit", ...fresh, expired: true })).toBe("expired");
    expect(codeState({ kind: "matter", expired: true, rated: true, revoked: true })).toBe("revoked");
  });

  it("一次一评最长三年；都在北京时间当天结束时到期，秒数存得进令牌", () => {
    expect(Math.max(...visitValidityDays)).toBe(3 * 365);
    expect(visitExpiry("2026-11-22", 365).toISOString()).toBe("2027-11-22T15:59:59.000Z");
    expect(shanghaiDate(matterExpiry("2026-11-22"))).toBe("2026-12-22");
    expect(visitValidityDays.map(validityWord)).toEqual(["90 天", "180 天", "1 年", "2 年", "3 年"]);
  });
});

describe("海报上的字", () => {
  const base = { id: "0193f000-0000-7000-8000-0000000a1b2c", officeName: "国家能源局东北监管局", expiresAt: new Date("2027-11-22T23:59:59+08:00"), url: "https://zzxy.example.cn/api/ratings/x" };

  it("L-5.3.1-04 一次一评写服务点，一事一评写这一件的编号；五级的词、谁看得到什么、到期都有", () => {
    const visit = posterFace({ ...base, servicePoint: "1号窗口" });
    expect(visit.place).toBe("1号窗口");
    expect(visit.levels).toEqual(["非常满意", "满意", "基本满意", "不满意", "非常不满意"]);
    expect(visit.notes.join("")).toMatch(/手机号码.*看不到.*5 天内只能评价一次/);
    expect(visit.foot).toBe("有效期至 2027年11月22日　码号 000A1B2C");
    const matter = posterFace({ ...base, servicePoint: null, matter: { number: "NEEB-2026-000001", business: "许可证延续" } });
    expect([matter.place, matter.placeNote]).toEqual(["许可证延续", "申请编号 NEEB-2026-000001"]);
    expect(matter.notes.join("")).toContain("只用于这一件申请");
  });

  it("文件名里没有路径与通配的字", () => {
    expect(posterFileName('A/B:*? "1" 号', "png")).toBe("好差评二维码_A_B_1_号.png");
  });
});
