import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { freshDatabase } from "../database";

await freshDatabase();
const { act, coursed, holder, licencesOf, newcomer, put, stateOf, submit } = await import("./stage");
const { enterprise: stranger } = await import("../applications/fixtures");
const { db } = await import("@/lib/data/client");
const { issuesOf, isBlocking } = await import("@/lib/forms/business");
const { division } = await import("@/lib/licensing/businesses/division");
const { CATEGORY_SECTION } = await import("@/lib/licensing/items");
const { DIVISION_TYPE_SECTION } = await import("@/lib/licensing/reorganisation");
const { fillCase, submitCase } = await import("@/prisma/seed/drive-case");
const { answerAs, divisionAnswers } = await import("@/prisma/seed/courses/reorganisation");
const { getApplication } = await import("@/lib/services/applications/get-application");
const { saveSection } = await import("@/lib/services/applications/save-section");
const { startApplication } = await import("@/lib/services/applications/start-application");
const { getConfirmation } = await import("@/lib/services/parties/confirmations");
const { getCase } = await import("@/lib/services/review/get-case");
const { listMessages, listTodos } = await import("@/lib/services/communication/messages");
const { getFollowUp } = await import("@/lib/services/follow-ups/get-follow-up");

type Holder = Awaited<ReturnType<typeof holder>>;

const draft = (made: Holder, original: Holder, type?: string, sections?: number): Promise<string> =>
  fillCase(made.enterprise, { business: "division", answers: (context) => divisionAnswers(context, made.enterprise, original.enterprise, type), ...(sections ? { sections } : {}) });

async function awaitingSignature(made: Holder, original: Holder, type?: string): Promise<string> {
  const applicationId = await draft(made, original, type);
  await submitCase(made.enterprise, applicationId);
  await answerAs(original.enterprise, applicationId);
  const { intake, examiner, secondReviewer } = made.doers;
  await act(intake, applicationId, "accept");
  await act(examiner, applicationId, "startReview");
  await act(examiner, applicationId, "passReview");
  await act(secondReviewer, applicationId, "passSecondReview");
  return applicationId;
}

const engagedAt = ({ enterprise }: Holder) => db().engagement.findMany({ where: { enterpriseId: enterprise.id, toOn: null } });
const workersAt = async (made: Holder) => (await engagedAt(made)).filter(({ kind }) => kind === "skilledWorker").map(({ idNumber }) => idNumber);

describe("分立申请：填写", () => {
  it("L-4.8.1-01 没有许可证的企业也能开始；别家打不开；办理方式按开始时的选择，只读", async () => {
    const made = await newcomer();
    const { applicationId } = await startApplication(made.actor, { business: "division" });
    const view = await getApplication(made.actor, applicationId);
    expect(view).toMatchObject({ label: "分立申请", procedure: "standard" });
    await expect(getApplication(await stranger(), applicationId)).rejects.toMatchObject({ code: "notFound" });
    await expect(put(made.actor, applicationId, DIVISION_TYPE_SECTION, { route: "commitment" })).rejects.toMatchObject({ code: "invalid" });
    await put(made.actor, applicationId, DIVISION_TYPE_SECTION, { divisionType: "surviving" });
  });

  it("L-4.8.3-01 L-4.8.3-03 L-4.8.4-03 L-4.8.5-04 L-4.8.8-02 每个页签【保存】之后都存下了，目录里没有未完成的；资产、统计信息一项一项读得回来", async () => {
    const [made, original] = [await newcomer(), await holder()];
    const applicationId = await draft(made, original);
    const view = await getApplication(made.actor, applicationId);
    for (const key of [DIVISION_TYPE_SECTION, CATEGORY_SECTION, "basic-information", "technical-lead", "safety-lead", "technicians", "skilled-workers"]) expect([key, view.revisions[key]]).toEqual([key, 1]);
    await put(made.actor, applicationId, "performance", { consecutiveFrom: "2023-01", consecutiveTo: "2026-10" });
    await put(made.actor, applicationId, "basic-information", { employees: "37" });
    const { context } = await getApplication(made.actor, applicationId);
    expect(context.answers).toMatchObject({ performance: { consecutiveFrom: "2023-01" }, "basic-information": { employees: "37" } });
    expect(issuesOf(division, context).filter(isBlocking)).toEqual([]);
  });

  it("L-4.8.2-01 存被吸收方企业的代码，名称与许可证由系统读出；乱填代码的不能提交", async () => {
    const [made, original] = [await newcomer(), await holder()];
    const applicationId = await draft(made, original, "surviving", 2);
    const { context } = await getApplication(made.actor, applicationId);
    const [licence] = await licencesOf(original);
    expect(context.parties).toEqual([expect.objectContaining({ uscc: original.enterprise.uscc, unitName: original.enterprise.name, licence: expect.objectContaining({ number: licence?.number }) })]);
    await put(made.actor, applicationId, CATEGORY_SECTION, { counterparty: "91210000000000000X" });
    await expect(submit(made.actor, applicationId)).rejects.toMatchObject({ issues: expect.arrayContaining([expect.objectContaining({ section: CATEGORY_SECTION, field: "counterparty", message: expect.stringContaining("没有有效的许可证") })]) });
  });

  it("L-4.8.2-01 原企业保留的级别不能高于、多于它现有的", async () => {
    const [made, original] = [await newcomer(), await holder()];
    const applicationId = await draft(made, original);
    const stored = await db().sectionAnswer.findUniqueOrThrow({ where: { applicationId_sectionKey: { applicationId, sectionKey: CATEGORY_SECTION } } });
    const from = (stored.data as { remainingItems: Record<string, string> }).remainingItems;
    await saveSection(made.actor, { applicationId, section: CATEGORY_SECTION, revision: stored.revision, patch: { fields: [{ key: "remainingItems", from, to: { installation: "4" } }], rows: [] } });
    await expect(submit(made.actor, applicationId)).rejects.toMatchObject({ issues: expect.arrayContaining([expect.objectContaining({ field: "remainingItems", message: expect.stringContaining("承装四级") })]) });
  });
});

describe("分立申请：准予", () => {
  it("L-4.8.9-01 L-4.9.8-02 存续分立：新企业得新证，原企业变更、编号与有效期不变；一名电工转来，其余仍在册", async () => {
    const [made, original] = [await newcomer(), await holder()];
    const [before, workers] = [(await licencesOf(original))[0], await workersAt(original)];
    const applicationId = await awaitingSignature(made, original);
    const words = (await getCase(made.doers.signer, applicationId)).effects;
    const people = new Set((await engagedAt(original)).map(({ idNumber }) => idNumber)).size;
    expect(words?.find(({ uscc }) => uscc === original.enterprise.uscc)?.lines).toEqual([
      `在册人员 ${people} 人，其中 1 人转到${made.enterprise.name}，其余 ${people - 1} 人仍在册`,
      expect.stringMatching(new RegExp(`^许可证 ${before?.number} 由承装五级、承试五级变更为承装五级，编号与有效期（至.+）不变$`)),
    ]);
    expect((await getConfirmation(original.actor, applicationId)).moving).toHaveLength(1);
    await act(made.doers.signer, applicationId, "grant");
    const [fresh, after] = [(await licencesOf(made))[0], (await licencesOf(original))[0]];
    expect(fresh?.versions[0]).toMatchObject({ version: 1, scopeText: "承试五级" });
    expect(after).toMatchObject({ state: "valid", number: before?.number });
    expect(after?.versions[0]).toMatchObject({ version: 2, scopeText: "承装五级", validTo: before?.versions[0]?.validTo, reason: `存续分立，派生${made.enterprise.name}` });
    const left = await workersAt(original);
    expect(left).toHaveLength(workers.length - 1);
    const moved = workers.find((number) => !left.includes(number));
    expect(await workersAt(made)).toContain(moved);
    expect(await db().electricianClaim.findUnique({ where: { idNumber: moved ?? "" } })).toMatchObject({ enterpriseId: made.enterprise.id, caseId: null });
    // 签发之后看到的，仍是当时写下的
    expect((await getCase(made.doers.signer, applicationId)).effects).toEqual(words);
  });

  it("L-4.9.8-02 存续分立：人转走之后重新核对原企业的许可条件，不再符合的限期补足，任务、待办、消息都给原企业", async () => {
    const [made, original] = [await newcomer(), await holder()];
    const applicationId = await awaitingSignature(made, original);
    // 原企业恰好五名电工，转走一名就不够五级
    const moving = (await getConfirmation(original.actor, applicationId)).moving.length;
    const workers = (await engagedAt(original)).filter(({ kind }) => kind === "skilledWorker");
    const moved = new Set((await db().sectionAnswer.findUniqueOrThrow({ where: { applicationId_sectionKey: { applicationId, sectionKey: "skilled-workers" } } }).then(({ data }) => (data as { skilledWorkers: { idNo: string }[] }).skilledWorkers)).map(({ idNo }) => idNo));
    const [staying, leaving] = [workers.filter(({ idNumber }) => !moved.has(idNumber)), workers.filter(({ idNumber }) => moved.has(idNumber))];
    expect([moving, leaving.length]).toEqual([1, 1]);
    await db().engagement.updateMany({ where: { id: { in: staying.slice(4).map(({ id }) => id) } }, data: { toOn: "2026-01-01" } });
    await act(made.doers.signer, applicationId, "grant");
    const [task] = await db().followUp.findMany({ where: { caseId: applicationId, kind: "conditions" } });
    expect(task).toMatchObject({ enterpriseId: original.enterprise.id, state: "open", licenceId: (await licencesOf(original))[0]?.id, task: expect.stringContaining("技能人员") });
    expect(await getFollowUp(original.actor, task?.id ?? "")).toMatchObject({ ofParty: true, overdue: false });
    expect((await listTodos(original.actor)).find(({ kind }) => kind === "rectification")).toMatchObject({ href: `/follow-ups/${task?.id}`, dueOn: task?.dueOn });
    expect((await listTodos(made.actor)).filter(({ kind }) => kind === "rectification")).toEqual([]);
    expect((await listMessages(original.actor)).rows.map(({ title }) => title)).toContain("在册人员不再符合许可条件，请限期补足");
    await expect(getFollowUp(made.actor, task?.id ?? "")).rejects.toMatchObject({ code: "notFound" });
  });

  it("L-4.9.8-02 解散分立：原企业的许可证注销，没有转走的人释放", async () => {
    const [made, original] = [await newcomer(), await holder()];
    const applicationId = await awaitingSignature(made, original, "dissolving");
    await act(made.doers.signer, applicationId, "grant");
    expect((await licencesOf(original))[0]).toMatchObject({ state: "cancelled" });
    expect(await engagedAt(original)).toEqual([]);
    expect(await db().electricianClaim.count({ where: { enterpriseId: original.enterprise.id } })).toBe(0);
    expect((await licencesOf(made))[0]).toMatchObject({ state: "valid" });
  });

  it("L-4.9.8-02 不予许可：各方的许可证、人员、电工登记都不变", async () => {
    const [made, original] = [await newcomer(), await holder()];
    const before = [await licencesOf(original), await engagedAt(original), await db().electricianClaim.findMany({ where: { enterpriseId: original.enterprise.id }, orderBy: { idNumber: "asc" } })];
    const applicationId = await awaitingSignature(made, original);
    await act(made.doers.signer, applicationId, "refuse");
    expect([await licencesOf(original), await engagedAt(original), await db().electricianClaim.findMany({ where: { enterpriseId: original.enterprise.id }, orderBy: { idNumber: "asc" } })]).toEqual(before);
    expect(await db().electricianClaim.count({ where: { enterpriseId: made.enterprise.id } })).toBe(0);
  });

  it("L-4.8.1-02 告知承诺制：审查之后直接签发，不经复审；须传告知承诺书", async () => {
    const [made, original] = [await newcomer(), await holder()];
    const applicationId = await draft(made, original);
    await db().application.update({ where: { caseId: applicationId }, data: { procedure: "commitment" } });
    await expect(submit(made.actor, applicationId)).rejects.toMatchObject({ issues: [expect.objectContaining({ section: "basic-information", slot: "PROMISE", message: "告知承诺书未上传" })] });
    await db().attachment.create({ data: { applicationId, sectionKey: "basic-information", slot: "PROMISE", storageKey: randomUUID(), name: "承诺书.pdf", mediaType: "application/pdf", size: 9, sha256: "0".repeat(64), state: "checked", uploadedById: made.actor.accountId } });
    await submit(made.actor, applicationId);
    await answerAs(original.enterprise, applicationId);
    const { intake, examiner, signer } = made.doers;
    await act(intake, applicationId, "accept");
    await act(examiner, applicationId, "startReview");
    await act(examiner, applicationId, "passReview");
    await act(signer, applicationId, "grant");
    expect(await stateOf(applicationId)).toBe("granted");
  });
});

describe("演示走法", () => {
  it.each(["division-draft", "division-correction", "division-declined", "division-granted", "merger-submitted", "merger-confirmed", "merger-granted", "merger-terminated"])("L-4.8.9-01 L-4.9.8-01 %s 造得出", async (name) => {
    const { applicationId } = await coursed(name);
    expect(await stateOf(applicationId)).toBe({ declined: "submitted", confirmed: "submitted" }[name.split("-")[1] ?? ""] ?? name.split("-")[1]);
  });
});
