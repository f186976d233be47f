import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { barUntil } from "@/lib/licensing/restrictions";
import { addDays, addMonths, formatChineseDate } from "@/lib/workflow/iso-date";
import { freshDatabase } from "../database";

await freshDatabase();
const { db } = await import("@/lib/data/client");
const { holder } = await import("../businesses/stage");
const { staff } = await import("../review/cases");
const { listRestrictions, recordBar, revokeRestriction } = await import("@/lib/services/credit/restrictions");
const { listBusinesses } = await import("@/lib/services/applications/list-applications");
const { startApplication } = await import("@/lib/services/applications/start-application");
const { listMessages } = await import("@/lib/services/communication/messages");
const { today } = await import("@/lib/services/platform/clock");
const { applicationBarEvents, upgradeBarEvents } = await import("@/lib/terms/credit");
const { codesOf } = await import("@/lib/terms/option-map");

const now = await today();
const administrator = await staff(["administrator"], "孙管理");
const note = "东北监管〔2026〕罚字3号";
const record = (uscc: string, more: Partial<Parameters<typeof recordBar>[1]> = {}) => recordBar(administrator, { uscc, event: "quality", occurredOn: now, note, ...more });
const offerOf = async (made: Awaited<ReturnType<typeof holder>>) => (await listBusinesses(made.actor)).find(({ business }) => business === "scope-change");

describe("不得申请的两种情形（行政许可法第七十八、七十九条）", () => {
  it.each([["concealment", 12, "第七十八条"], ["deceit", 36, "第七十九条"]] as const)("L-6-08 登记“%s”：%i 个月内除注销外都不能申请，说明原因与日期", async (event, months, article) => {
    const made = await holder();
    const { untilOn } = await record(made.enterprise.uscc, { event });
    expect(untilOn).toBe(addMonths(now, months));
    const offers = await listBusinesses(made.actor);
    for (const business of ["scope-change", "renewal", "reissue", "registration-change"]) {
      const said = offers.find((offer) => offer.business === business)?.unavailableBecause ?? "";
      for (const part of [applicationBarEvents[event], formatChineseDate(untilOn)]) expect(said, business).toContain(part);
    }
    expect(offers.find(({ business }) => business === "cancellation")?.unavailableBecause).toBeUndefined();
    expect((await listMessages(made.actor)).rows[0]).toMatchObject({ title: "限制期内不能申请许可", body: expect.stringContaining(article) });
  });
});

describe("不得升级增项的五种情形", () => {
  it.each(codesOf(upgradeBarEvents))("L-4.3.0-02 登记“%s”：十二个月整，企业点开业务就看到原因与日期，不能开始；撤回之后可以", async (event) => {
    const made = await holder();
    const occurredOn = addDays(now, -30);
    const { id, untilOn } = await record(made.enterprise.uscc.toLowerCase(), { event, occurredOn });
    expect(untilOn).toBe(addMonths(occurredOn, 12));
    const said = (await offerOf(made))?.unavailableBecause ?? "";
    for (const part of [upgradeBarEvents[event], formatChineseDate(untilOn), "一年内"]) expect(said).toContain(part);
    await expect(startApplication(made.actor, { business: "scope-change" })).rejects.toMatchObject({ code: "conflict", message: said });
    expect((await listMessages(made.actor)).rows[0]).toMatchObject({ title: "限制期内不能申请许可事项变更", body: expect.stringContaining(formatChineseDate(untilOn)) });
    // 别的业务照常
    expect((await listBusinesses(made.actor)).find(({ business }) => business === "reissue")?.unavailableBecause).toBeUndefined();
    await revokeRestriction(administrator, { id, reason: "处罚决定已被撤销" });
    expect((await offerOf(made))?.unavailableBecause).toBeUndefined();
    await expect(startApplication(made.actor, { business: "scope-change" })).resolves.toMatchObject({ applicationId: expect.any(String) });
    expect((await listMessages(made.actor)).rows[0]).toMatchObject({ title: "限制期已撤回" });
  });

  it("L-4.3.0-02 到期那天仍受限，次日不再；月末的日子不越月", async () => {
    const made = await holder();
    const { id } = await record(made.enterprise.uscc, { occurredOn: addMonths(now, -12) });
    const { untilOn } = await db().restriction.findUniqueOrThrow({ where: { id } });
    expect(untilOn).toBe(now);
    expect((await offerOf(made))?.unavailableBecause).toBeDefined();
    await db().restriction.update({ where: { id }, data: { untilOn: addDays(now, -1) } });
    expect((await offerOf(made))?.unavailableBecause).toBeUndefined();
    expect(barUntil("quality", "2024-02-29")).toBe("2025-02-28");
  });

  it("L-6-08 代码不对、没有这家、日期不对或已过一年的说明在字段旁；同一情形同一天只登记一次，撤回后可以再登记", async () => {
    const { enterprise } = await holder();
    await expect(record("123", { occurredOn: "去年" })).rejects.toMatchObject({ code: "invalid", fields: { uscc: expect.any(String), occurredOn: expect.stringContaining("请写") } });
    await expect(record("91210102MA0UNKNOWN")).rejects.toMatchObject({ fields: { uscc: expect.any(String) } });
    await expect(record(enterprise.uscc, { occurredOn: addDays(now, 1) })).rejects.toMatchObject({ fields: { occurredOn: expect.stringContaining("今天或以前") } });
    await expect(record(enterprise.uscc, { occurredOn: addDays(addMonths(now, -12), -1) })).rejects.toMatchObject({ fields: { occurredOn: expect.stringContaining("已经届满") } });
    const outcomes = await Promise.allSettled([record(enterprise.uscc), record(enterprise.uscc)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "conflict", message: expect.stringContaining("已经登记过") } });
    const { id } = await db().restriction.findFirstOrThrow({ where: { enterpriseId: enterprise.id } });
    await revokeRestriction(administrator, { id, reason: "登记有误，重来" });
    await expect(revokeRestriction(administrator, { id, reason: "登记有误，重来" })).rejects.toMatchObject({ code: "conflict" });
    await record(enterprise.uscc);
  });

  it("L-6-08 一览写明来历；由申请而来的只读，不能撤回；登记与撤回都进审计；只给系统管理员", async () => {
    const { enterprise, actor } = await holder();
    const caseId = (await db().case.findFirstOrThrow({ where: { enterpriseId: enterprise.id } })).id;
    const { id: fromCase } = await db().restriction.create({ data: { enterpriseId: enterprise.id, kind: "deferral", fromOn: now, untilOn: addMonths(now, 24), reason: "没有按时补齐", caseId } });
    const { id } = await record(enterprise.uscc);
    const { rows } = await listRestrictions(administrator, { q: enterprise.uscc.slice(0, 12).toLowerCase() });
    const own = rows.filter(({ uscc }) => uscc === enterprise.uscc);
    expect(own).toMatchObject([
      { id, kindWord: "不得升级增项", reason: upgradeBarEvents.quality, origin: "孙管理", note, state: "active", revocable: true },
      { id: fromCase, kindWord: "不得容缺受理", origin: expect.stringMatching(/^申请 .+，系统$/), revocable: false },
    ]);
    await expect(revokeRestriction(administrator, { id: fromCase, reason: "请撤回这一条" })).rejects.toMatchObject({ code: "conflict" });
    await expect(revokeRestriction(administrator, { id: randomUUID(), reason: "请撤回这一条" })).rejects.toMatchObject({ code: "notFound" });
    await revokeRestriction(administrator, { id, reason: "登记到了别的企业" });
    expect((await listRestrictions(administrator, { q: enterprise.name })).rows.find((row) => row.id === id)).toMatchObject({ state: "revoked", revocable: false, revoked: { by: "孙管理", reason: "登记到了别的企业" } });
    expect((await db().auditEntry.findMany({ where: { subjectId: id }, orderBy: { at: "asc" } })).map(({ action, detail }) => [action, detail])).toEqual([
      ["restriction.record", expect.objectContaining({ event: "quality", fromOn: now, untilOn: addMonths(now, 12), note })], ["restriction.revoke", expect.objectContaining({ reason: "登记到了别的企业" })],
    ]);
    for (const outsider of [actor, await staff(["examiner"], "审")]) await expect(listRestrictions(outsider)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("L-6-08 一页三十条，翻得到底；翻页起点认不出的当第一页", async () => {
    const { enterprise } = await holder();
    await db().restriction.createMany({ data: Array.from({ length: 65 }, (_, n) => ({ enterpriseId: enterprise.id, kind: "upgrade", fromOn: addDays("2020-01-01", n), untilOn: addDays("2021-01-01", n), reason: "accident" })) });
    const seen = new Set<string>();
    for (let after: string | undefined; ; ) {
      const { rows, next } = await listRestrictions(administrator, after ? { after } : {});
      rows.forEach(({ id }) => seen.add(id));
      if (!next) break;
      after = next;
    }
    expect(seen.size).toBe(await db().restriction.count());
    expect((await listRestrictions(administrator, { after: "x" })).rows).toHaveLength(30);
  });
});
