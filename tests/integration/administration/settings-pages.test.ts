import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { documentKinds } from "@/lib/terms/documents";
import { newStaff, register, signInAs } from "../accounts/fixtures";
import { freshDatabase } from "../database";

await freshDatabase();
const { db, transaction } = await import("@/lib/data/client");
const { startApplication } = await import("@/lib/services/applications/start-application");
const { takeLicenceNumber } = await import("@/lib/services/licences/effects/issue-licence");
const { chooseRuleSet, confirmOfficeDigits } = await import("@/lib/services/settings/manage-settings");
const { getNumberFormats } = await import("@/lib/services/settings/number-formats");
const { getRuleSets } = await import("@/lib/services/settings/rule-set-views");
const { today } = await import("@/lib/services/platform/clock");
const { seen } = await import("../security/seen");

let administrator: Actor;

beforeAll(async () => {
  administrator = await signInAs(await newStaff(["administrator"]), undefined, "staff");
});

describe("条件标准与编号的页面", () => {
  it("issue 5 编号一页说的下一个，就是办理时取到的那一个；看几次都不占号", async () => {
    const of = async (name: string) => (await getNumberFormats(administrator)).rows.find((row) => row.name === name);
    const [caseNumber, licenceNumber] = [(await of("申请编号"))?.next, (await of("许可证编号"))?.next];
    expect(await of("申请编号")).toMatchObject({ last: 0, next: caseNumber });
    const actor = await signInAs((await register()).login);
    const { applicationId } = await startApplication(actor, { business: "new-licence", procedure: "standard" });
    expect((await db().case.findUniqueOrThrow({ where: { id: applicationId } })).number).toBe(caseNumber);
    expect(await transaction(async (tx) => takeLicenceNumber(tx, "NEEB", { regionDigit: 2, officeDigit: 1 }, await today(tx)))).toBe(licenceNumber);
    expect((await of("许可证编号"))?.last).toBe(1);
    for (const title of Object.values(documentKinds)) expect((await of(title))?.next).toContain("东北监能");
  });

  it("issue 5 核实了两位，编号一页随之说明", async () => {
    expect(JSON.stringify(await getNumberFormats(administrator))).toContain("暂定");
    await confirmOfficeDigits(administrator, { code: "NEEB", version: await seen.digits(administrator, "NEEB"), regionDigit: 2, officeDigit: 9 });
    const { rows } = await getNumberFormats(administrator);
    expect(rows.find(({ name }) => name === "许可证编号")).toMatchObject({ next: expect.stringMatching(/^2-9-/), note: expect.stringContaining("已核实") });
  });

  it("issue 5 哪一套是现行办法、哪一套采用着：换了采用的，页面随之变", async () => {
    const flags = async () => (await getRuleSets(administrator)).sets.map(({ id, isLaw, chosen }) => ({ id, isLaw, chosen }));
    expect(await flags()).toEqual([{ id: "NDRC-36-2020", isLaw: false, chosen: true }, { id: "NDRC-30-2025", isLaw: true, chosen: false }]);
    await chooseRuleSet(administrator, { id: "NDRC-30-2025", confirmed: true });
    expect(await flags()).toEqual([{ id: "NDRC-36-2020", isLaw: false, chosen: false }, { id: "NDRC-30-2025", isLaw: true, chosen: true }]);
    const { sets, differences, limits } = await getRuleSets(administrator);
    expect(sets[1]?.figures.filter(({ confidence }) => confidence === "UNKNOWN").every(({ note, sources }) => note !== "" && sources.includes("未找到来源，暂定"))).toBe(true);
    expect(differences[0]?.rows.length).toBeGreaterThan(10);
    expect(limits.length).toBeGreaterThan(20);
  });
});
