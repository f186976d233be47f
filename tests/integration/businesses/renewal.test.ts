import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { addDays, addMonths } from "@/lib/workflow/iso-date";
import { freshDatabase } from "../database";
import { today } from "../../builders/today";

await freshDatabase();
const { act, coursed, filled, holder, licencesOf, newcomer, put, stateOf, submit } = await import("./stage");
const { db } = await import("@/lib/data/client");
const { issuesOf } = await import("@/lib/forms/business");
const { renewal } = await import("@/lib/licensing/businesses/renewal");
const { summaryOf } = await import("@/lib/forms/summary");
const { CATEGORY_SECTION } = await import("@/lib/licensing/items");
const { formatChineseDate } = await import("@/lib/terms/dates");
const { answerRemark } = await import("@/lib/services/applications/answer-remark");
const { discardApplication } = await import("@/lib/services/applications/discard-application");
const { getApplication } = await import("@/lib/services/applications/get-application");
const { listBusinesses } = await import("@/lib/services/applications/list-applications");
const { startApplication } = await import("@/lib/services/applications/start-application");
const { getTemplate } = await import("@/lib/services/attachments/get-template");
const { findPublicLicence } = await import("@/lib/services/licences/find-public-licence");
const { getCase } = await import("@/lib/services/review/get-case");
const { remarkOn } = await import("@/prisma/seed/drive-case");
const { antedate } = await import("@/prisma/seed/courses/renewal");
const { mobileNumber } = await import("@/prisma/seed/identities");
const { submitterOf } = await import("@/prisma/seed/courses/submitter");

type Made = Awaited<ReturnType<typeof holder>>;

const start = (made: Made) => startApplication(made.actor, { business: "renewal" });
const messagesOf = async (made: Made, applicationId: string) => issuesOf(renewal, (await getApplication(made.actor, applicationId)).context).map(({ message }) => message);
const choosing = ({ enterprise }: Made, answers: object) => () => ({ [CATEGORY_SECTION]: { ...answers, ...submitterOf(enterprise.legalRep), submitterMobile: mobileNumber(enterprise.people) } });
const original = { downgrade: "no" };

async function expiring(validTo: string): Promise<Made> {
  const made = await holder();
  await antedate(made.enterprise, validTo);
  return made;
}

/** 首次提交改成很久以前，像是按期提交、到现在还没有决定。 */
async function longAgo(applicationId: string, on: string): Promise<void> {
  const at = new Date(`${on}T09:00:00+08:00`);
  await db().case.update({ where: { id: applicationId }, data: { submittedAt: at } });
  // 提交过的内容由触发器保护，平时谁也改不了
  await db().$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = 'replica'`;
    await tx.submission.updateMany({ where: { applicationId, round: 1 }, data: { submittedAt: at } });
  });
}

describe("许可证延续：期限", () => {
  it("L-4.4.0-01 没有许可证的不能办；还早的说明从哪天起、到哪天止", async () => {
    await expect(start(await newcomer())).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("许可证新申请") });
    const validTo = addDays(addMonths(today(), 6), 3);
    const made = await expiring(validTo);
    const { opensOn } = (await import("@/lib/licensing/licence/validity")).renewalWindow(validTo);
    await expect(start(made)).rejects.toMatchObject({ message: expect.stringContaining(`${formatChineseDate(opensOn)}起可以办理延续`) });
  });

  it("L-4.4.0-01 最后一天可以开始、可以提交；过了一天的被拒，说明改办新申请，新申请即可开始", async () => {
    const last = await expiring(addDays(today(), 30));
    const applicationId = await filled(last, "renewal", choosing(last, original));
    await submit(last.actor, applicationId);
    expect(await stateOf(applicationId)).toBe("submitted");

    const late = await expiring(addDays(today(), 29));
    await expect(start(late)).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("已经逾期；请办理许可证新申请") });
    const offers = await listBusinesses(late.actor);
    expect(offers.find(({ business }) => business === "renewal")).toMatchObject({ instead: "new-licence", unavailableBecause: expect.stringContaining("已经逾期") });
    await expect(startApplication(late.actor, { business: "new-licence" })).resolves.toBeDefined();
  });

  it("L-4.4.0-01 期限内开始、期限后才提交的被拒", async () => {
    const made = await expiring(addDays(today(), 40));
    const applicationId = await filled(made, "renewal", choosing(made, original));
    await antedate(made.enterprise, addDays(today(), 20));
    await expect(submit(made.actor, applicationId)).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("已经逾期") });
  });

  it("L-4.4.7-02 按期提交的，补正后再交不受期限限制，仍按首次提交算作按期", async () => {
    const made = await coursed("renewal-submitted");
    await remarkOn(made.applicationId, made.enterprise.officeCode, { sectionKey: "technical-lead", field: "post", text: "请填写现任职务全称" });
    await act(made.doers.intake, made.applicationId, "returnForCorrection");
    await longAgo(made.applicationId, addDays(today(), -60));
    await antedate(made.enterprise, addDays(today(), 3));
    await put(made.actor, made.applicationId, "technical-lead", { post: "总工程师兼技术负责人" });
    const [remark] = (await getApplication(made.actor, made.applicationId)).remarks;
    await answerRemark(made.actor, { remarkId: remark?.id ?? "", answer: "已改" });
    await submit(made.actor, made.applicationId);
    const [licence] = await licencesOf(made);
    expect(await findPublicLicence(licence?.number ?? "")).toMatchObject({ state: "renewalPending" });
  });

  it("L-4.4.0-02 届满时还没有决定的继续有效，可以办别的业务；不予许可之后即已过期", async () => {
    const made = await coursed("renewal-awaiting-signature");
    const [licence] = await licencesOf(made);
    await longAgo(made.applicationId, addDays(today(), -60));
    await antedate(made.enterprise, addDays(today(), -1));
    expect(await findPublicLicence(licence?.number ?? "")).toMatchObject({ state: "renewalPending" });
    await expect(startApplication(made.actor, { business: "registration-change" })).resolves.toBeDefined();
    await act(made.doers.signer, made.applicationId, "refuse");
    expect(await findPublicLicence(licence?.number ?? "")).toMatchObject({ state: "expired" });
    await expect(startApplication(made.actor, { business: "scope-change" })).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("许可证延续：补正期间废弃", () => {
  it("L-4.4.0-02 决定二 按期提交过而在补正期间废弃的，不再算作审查中：届满即已过期，可以办新申请", async () => {
    const made = await coursed("renewal-submitted");
    const [licence] = await licencesOf(made);
    await remarkOn(made.applicationId, made.enterprise.officeCode, { sectionKey: "technical-lead", field: "post", text: "请填写现任职务全称" });
    await act(made.doers.intake, made.applicationId, "returnForCorrection");
    await longAgo(made.applicationId, addDays(today(), -60));
    await antedate(made.enterprise, addDays(today(), -1));
    expect(await findPublicLicence(licence?.number ?? "")).toMatchObject({ state: "renewalPending" });
    await discardApplication(made.actor, { applicationId: made.applicationId, idempotencyKey: randomUUID() });
    expect(await findPublicLicence(licence?.number ?? "")).toMatchObject({ state: "expired" });
    await expect(start(made)).rejects.toMatchObject({ code: "conflict" });
    await expect(startApplication(made.actor, { business: "new-licence" })).resolves.toBeDefined();
  });
});

describe("许可证届满", () => {
  it("决定六 届满而没有未决延续的，人员与电工释放；有未决延续的照旧；任务可以重做", async () => {
    const { freePeopleOfExpired } = await import("@/lib/services/jobs/free-people-of-expired");
    const { systemActor } = await import("@/lib/services/jobs/system-actor");
    const peopleAt = ({ enterprise: { id } }: Made) => db().engagement.count({ where: { enterpriseId: id, toOn: null } });
    const [expired, current, renewing] = [await holder(), await holder(), await coursed("renewal-submitted")];
    await longAgo(renewing.applicationId, addDays(today(), -60));
    await antedate(current.enterprise, today());
    for (const { enterprise } of [expired, renewing]) await antedate(enterprise, addDays(today(), -1));
    await freePeopleOfExpired(systemActor);
    expect(await peopleAt(expired)).toBe(0);
    expect(await db().electricianClaim.count({ where: { enterpriseId: expired.enterprise.id } })).toBe(0);
    for (const one of [current, renewing]) expect(await peopleAt(one)).toBeGreaterThan(0);
    expect(await freePeopleOfExpired(systemActor)).toEqual({ freed: 0, failed: 0 });
  });
});

describe("许可证延续：是否降级", () => {
  it("L-4.4.1-02 L-4.4.1-03 原许可证与有效期只读带入；否：须与原许可证相同", async () => {
    const made = await expiring(addDays(today(), 90));
    const { applicationId } = await start(made);
    const { context } = await getApplication(made.actor, applicationId);
    expect(context.answers[CATEGORY_SECTION]).toEqual({ items: { installation: "5", testing: "5" } });
    expect(summaryOf(renewal, context)[0]?.groups[0]?.lines.map(({ label, text }) => [label, text])).toEqual([
      ["原许可证号", (await licencesOf(made))[0]?.number], ["原类别和等级", "承装五级、承试五级"], ["有效期至", formatChineseDate(addDays(today(), 90))],
    ]);
    expect(await messagesOf(made, applicationId)).toContain("是否降级未填写");
    expect(await getTemplate(made.actor, "renewal-form", applicationId)).toMatchObject({ name: "许可证延续申请表.docx" });
    const fewer = await filled(made, "renewal", choosing(made, { downgrade: "no", items: { installation: "5" } }));
    expect(await messagesOf(made, fewer)).toEqual(["不降级的，延续后的类别和等级请与原许可证相同：承装五级、承试五级；要降级请在“是否降级”选择“是”"]);
  });

  it("L-4.4.1-04 是：与原许可证相同的不行，不再保留一个类别的可以；提高等级、增加类别都不行", async () => {
    const made = await expiring(addDays(today(), 90));
    const same = await filled(made, "renewal", choosing(made, { downgrade: "yes" }));
    expect((await messagesOf(made, same))[0]).toContain("请至少将一个类别的等级选低");
    await expect(submit(made.actor, same)).rejects.toMatchObject({ code: "invalid" });
    const higher = await filled(made, "renewal", choosing(made, { downgrade: "yes", items: { installation: "4", repair: "5" } }));
    expect((await messagesOf(made, higher))[0]).toContain("延续不能提高等级或增加类别：承装四级、承修五级");
    const dropped = await filled(made, "renewal", choosing(made, { downgrade: "yes", items: { installation: "5" } }));
    expect(await messagesOf(made, dropped)).toEqual([]);
  });
});

describe("许可证延续：准予之后", () => {
  it("L-4.4.0-02 编号不变，新的有效期自原届满日起六年，早批晚批都一样；审查人看得到变更前后", async () => {
    const made = await coursed("renewal-awaiting-signature");
    const [before] = await licencesOf(made);
    const validTo = before?.versions[0]?.validTo ?? "";
    const renewed = `${Number(validTo.slice(0, 4)) + 6}${validTo.slice(4)}`;
    expect((await getCase(made.doers.intake, made.applicationId)).amendments).toContainEqual({ label: "有效期至", before: formatChineseDate(validTo), after: formatChineseDate(renewed) });
    expect(await act(made.doers.signer, made.applicationId, "grant")).toMatchObject({ licenceNumber: before?.number });
    const [after] = await licencesOf(made);
    expect(after?.versions[0]).toMatchObject({ version: 2, issuedOn: today(), validTo: renewed, validFrom: before?.versions[0]?.validFrom, scopeText: "承装五级、承试五级", reason: "许可证延续" });
    expect(await findPublicLicence(after?.number ?? "")).toMatchObject({ state: "valid" });
  });

  it("L-4.4.0-02 降级延续的同时降低：不再保留的类别没有了", async () => {
    const made = await coursed("renewal-downgrade-granted");
    const [licence] = await licencesOf(made);
    expect(licence?.versions[0]).toMatchObject({ scopeText: "承装五级", reason: "许可证延续（降级）" });
  });

  it("L-4.4.10-01 L-4.4.10-02 申请废弃之后可以重新开始一件", async () => {
    const made = await coursed("renewal-draft");
    await discardApplication(made.actor, { applicationId: made.applicationId, idempotencyKey: randomUUID() });
    expect(await stateOf(made.applicationId)).toBe("discarded");
    expect((await start(made)).applicationId).not.toBe(made.applicationId);
  });

  it("L-4.4.0-02 两名签发人同时签：只延续一次", async () => {
    const { staff } = await import("./stage");
    const made = await coursed("renewal-awaiting-signature");
    const other = await staff(["signer"], "钱签", made.enterprise.officeCode);
    const outcomes = await Promise.allSettled([act(made.doers.signer, made.applicationId, "grant"), act(other, made.applicationId, "grant")]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await licencesOf(made))[0]?.versions).toHaveLength(2);
  });
});
