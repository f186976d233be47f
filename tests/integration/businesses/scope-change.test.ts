import { describe, expect, it } from "vitest";
import type { Row } from "@/lib/forms/answers";
import { freshDatabase } from "../database";
import { today } from "../../builders/today";

await freshDatabase();
const { act, coursed, filled, granted, holder, licencesOf, newcomer, put, stateOf, submit, submitted } = await import("./stage");
const { enterprise: stranger } = await import("../applications/fixtures");
const { db } = await import("@/lib/data/client");
const { issuesOf, isBlocking } = await import("@/lib/forms/business");
const { statusOfSection } = await import("@/lib/forms/issues");
const { rowsOf, textOf } = await import("@/lib/forms/answers");
const { summaryOf } = await import("@/lib/forms/summary");
const { carriedSections } = await import("@/lib/licensing/carried-over");
const { CATEGORY_SECTION } = await import("@/lib/licensing/items");
const { scopeChange } = await import("@/lib/licensing/businesses/scope-change");
const { upgradeBarEvents } = await import("@/lib/terms/credit");
const { discardApplication } = await import("@/lib/services/applications/discard-application");
const { getApplication } = await import("@/lib/services/applications/get-application");
const { saveSection } = await import("@/lib/services/applications/save-section");
const { startApplication } = await import("@/lib/services/applications/start-application");
const { openAttachment } = await import("@/lib/services/attachments/open-attachment");
const { removeAttachment } = await import("@/lib/services/attachments/remove-attachment");
const { getLicence } = await import("@/lib/services/licences/list-licences");
const { findPublicLicence } = await import("@/lib/services/licences/find-public-licence");
const { getCase } = await import("@/lib/services/review/get-case");
const { readAll } = await import("@/lib/integrations/storage");
const { mobileNumber } = await import("@/prisma/seed/identities");
const { submitterOf } = await import("@/prisma/seed/courses/submitter");
const { randomUUID } = await import("node:crypto");

type Made = Awaited<ReturnType<typeof holder>>;

const start = async (made: Made) => (await startApplication(made.actor, { business: "scope-change" })).applicationId;
const contextOf = async (made: Made, applicationId: string) => (await getApplication(made.actor, applicationId)).context;

/** 变更为这些类别与级别，其余沿用。 */
const changingTo = ({ enterprise }: Made, items: Record<string, string>) => () => ({
  [CATEGORY_SECTION]: { nature: "change", items, ...submitterOf(enterprise.legalRep), submitterMobile: mobileNumber(enterprise.people) },
  "technical-lead": { categories: Object.keys(items) },
  "safety-lead": { categories: Object.keys(items) },
});
const more = { installation: "5", testing: "5", repair: "5" };

describe("许可事项变更：开始与沿用", () => {
  it("L-4.3.0-01 没有许可证的企业不能办，说明改办什么；别家打不开这份申请", async () => {
    const made = await newcomer();
    await expect(start(made)).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("许可证新申请") });
    const owner = await holder();
    const applicationId = await start(owner);
    await expect(getApplication(await stranger(), applicationId)).rejects.toMatchObject({ code: "notFound" });
  });

  it("L-4.3.1-02 L-4.3.1-03 L-4.3.1-04 原许可证号、类别和等级自动带入，来信里有也不认；申请内容已按原许可证填好", async () => {
    const made = await holder();
    const [held] = await licencesOf(made);
    const applicationId = await start(made);
    await expect(put(made.actor, applicationId, CATEGORY_SECTION, { oldLicenceNo: "9-9-99999-1999" })).rejects.toMatchObject({ code: "invalid" });
    const context = await contextOf(made, applicationId);
    expect(context.answers[CATEGORY_SECTION]).toEqual({ items: { installation: "5", testing: "5" } });
    const [first] = summaryOf(scopeChange, context);
    expect(first?.groups[0]?.lines).toEqual([
      { field: "oldLicenceNo", label: "原许可证号", text: held?.number },
      { field: "oldItems", label: "原类别和等级", text: "承装五级、承试五级" },
    ]);
  });

  it("L-4.3.2-07 L-4.3.8-01 其余页签沿用上一次准予的申请：状态为已完成，说得出来源，不用再保存", async () => {
    const made = await holder();
    const applicationId = await start(made);
    const view = await getApplication(made.actor, applicationId);
    const source = await db().case.findFirstOrThrow({ where: { enterpriseId: made.enterprise.id, state: "granted" } });
    expect(view.prefilledFrom).toMatchObject({ number: source.number, label: "许可证新申请", on: today() });
    expect(view.prefilledFrom?.sections).toEqual(carriedSections);
    const issues = issuesOf(scopeChange, view.context);
    const statuses = scopeChange.sections.map((section) => [section.key, statusOfSection(section, view.context, issues)]);
    expect(Object.fromEntries(statuses)).toMatchObject({ "application-category": "partial", "basic-information": "partial", "technical-lead": "complete", "safety-lead": "complete", technicians: "complete", "skilled-workers": "complete", performance: "notRequired" });
    const blocking = issues.filter(isBlocking).filter(({ section }) => section !== CATEGORY_SECTION);
    expect(blocking.map(({ section, message }) => [section, message])).toEqual([["basic-information", "许可证申请表（签字盖章）未上传"]]);
    expect(carriedSections.map((key) => view.revisions[key])).toEqual(carriedSections.map(() => 1));
  });

  it("L-4.3.2-07 沿用的附件打得开、在摘要里、计入资料审核；去掉它不伤原件", async () => {
    const made = await holder();
    const applicationId = await start(made);
    const context = await contextOf(made, applicationId);
    const copied = context.files.find((file) => file.slot === "BIZ_LIC");
    const original = await db().attachment.findFirstOrThrow({ where: { slot: "BIZ_LIC", copiedFromId: null, applicationId: { not: applicationId }, application: { case: { enterpriseId: made.enterprise.id } } } });
    const bytesOf = async (id: string) => readAll((await openAttachment(made.actor, id)).stream, 1_000_000);
    expect((await bytesOf(copied?.id ?? "")).equals(await bytesOf(original.id))).toBe(true);
    const basic = summaryOf(scopeChange, context).find(({ section }) => section === "basic-information");
    expect(basic?.slots.find(({ slot }) => slot === "BIZ_LIC")?.files.map(({ id }) => id)).toEqual([copied?.id]);
    await removeAttachment(made.actor, { attachmentId: copied?.id ?? "" });
    expect((await bytesOf(original.id)).length).toBeGreaterThan(100);
    const messages = issuesOf(scopeChange, await contextOf(made, applicationId)).map(({ message }) => message);
    expect(messages).toContain("营业执照/事业单位法人证书未上传");
  });

  it("L-4.3.2-07 其后有人员变更的，按现在的在册人员：换了技术负责人的用现任的，不带前任的证件；离职的不在名册里", async () => {
    const made = await coursed("personnel-successor-granted");
    const context = await contextOf(made, await start(made));
    const lead = await db().engagement.findFirstOrThrow({ where: { enterpriseId: made.enterprise.id, kind: "technicalLead", toOn: null } });
    expect(context.answers["technical-lead"]?.idNo).toBe(lead.idNumber);
    const copied = await db().attachment.findMany({ where: { id: { in: context.files.filter(({ section }) => section === "technical-lead").map(({ id }) => id) } } });
    const originals = await db().attachment.findMany({ where: { id: { in: copied.map(({ copiedFromId }) => copiedFromId ?? "") } } });
    expect(originals.length).toBeGreaterThan(0);
    expect(new Set(originals.map(({ applicationId }) => applicationId))).toEqual(new Set([made.applicationId]));
    expect(context.files.filter(({ section }) => section === "safety-lead").length).toBeGreaterThan(3);
    const left = await coursed("personnel-change-granted");
    const gone = await db().engagement.findFirstOrThrow({ where: { enterpriseId: left.enterprise.id, toOn: { not: null } } });
    const numbers = rowsOf((await contextOf(left, await start(left))).answers["skilled-workers"] ?? {}, "skilledWorkers").map(({ idNo }) => idNo);
    expect(numbers.length).toBeGreaterThan(0);
    expect(numbers).not.toContain(gone.idNumber);
  });

  it("L-4.3.6-07 从草稿的名册里删去在册电工，废弃之后也仍归本企业", async () => {
    const made = await holder();
    const claims = () => db().electricianClaim.count({ where: { enterpriseId: made.enterprise.id, caseId: null } });
    const before = await claims();
    const remove = async (applicationId: string) => {
      const view = await getApplication(made.actor, applicationId);
      const own = view.context.answers["skilled-workers"] ?? {};
      const [row] = rowsOf(own, "skilledWorkers");
      const { rowId, ...values } = row ?? { rowId: "" };
      await saveSection(made.actor, { applicationId, section: "skilled-workers", revision: 1, patch: { fields: [], rows: [{ table: "skilledWorkers", rowId, from: values, to: null }] } });
    };
    const discarded = await start(made);
    await remove(discarded);
    expect(await claims()).toBe(before);
    await discardApplication(made.actor, { applicationId: discarded, idempotencyKey: randomUUID() });
    expect(await claims()).toBe(before);
    const again = await start(made);
    expect(again).not.toBe(discarded);
    expect(rowsOf((await contextOf(made, again)).answers["skilled-workers"] ?? {}, "skilledWorkers")).toHaveLength(before);
  });
});

describe("许可事项变更：原来的许可证已经不在", () => {
  /** 旧证注销，另发一件新证。 */
  async function replaced(made: Made): Promise<string> {
    const [held] = await licencesOf(made);
    const { id: _id, licenceId: _licenceId, createdAt: _createdAt, items, ...version } = held?.versions[0] ?? ({} as never);
    await db().licence.update({ where: { id: held?.id ?? "" }, data: { state: "cancelled" } });
    const number = `9-9-${randomUUID().slice(0, 5)}-2026`;
    await db().licence.create({
      data: { number, enterpriseId: made.enterprise.id, officeCode: made.enterprise.officeCode, firstIssuedOn: today(), state: "valid", versions: { create: { ...version, caseId: null, items: items as object, version: 1 } } },
    });
    return number;
  }

  it("决定十四 其间换了新证的：不作用到新证上，签发被拒；照旧证填的草稿也不能提交", async () => {
    const made = await coursed("scope-change-awaiting-signature");
    const number = await replaced(made);
    await expect(act(made.doers.signer, made.applicationId, "grant")).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining(`已经换成 ${number}`) });
    expect((await licencesOf(made)).find((one) => one.number === number)?.versions).toHaveLength(1);

    const late = await holder();
    const draft = await filled(late, "scope-change", changingTo(late, more));
    await replaced(late);
    await expect(submit(late.actor, draft)).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("已经终止") });
  });
});

describe("许可事项变更：不沿用的材料", () => {
  it("决定十三 上一件的申请表、告知承诺书不沿用，每件申请重新签字，页面说明；其余材料照样沿用", async () => {
    const made = await holder();
    const licence = await db().attachment.findFirstOrThrow({ where: { slot: "BIZ_LIC", state: "checked", application: { case: { enterpriseId: made.enterprise.id } } } });
    const { id: _id, ...copy } = licence;
    await db().attachment.create({ data: { ...copy, slot: "PROMISE", storageKey: randomUUID() } });
    const { context, prefilledFrom } = await getApplication(made.actor, await start(made));
    expect(context.files.filter(({ section }) => section === "basic-information").map(({ slot }) => slot).sort()).toEqual(["ASSETS", "BIZ_LIC", "REP_ID", "SAFETY"]);
    expect(prefilledFrom?.signedAnew).toEqual({ "basic-information": ["许可证申请表（签字盖章）"] });
  });
});

describe("许可事项变更：限制", () => {
  it.each(Object.entries(upgradeBarEvents))("L-4.3.0-02 一年内有“%s”情形的不能开始，说明是哪种情形、到哪一天；期满的可以", async (code, words) => {
    const made = await holder();
    await db().restriction.create({ data: { enterpriseId: made.enterprise.id, kind: "upgrade", fromOn: "2026-01-01", untilOn: today(), reason: code } });
    await expect(start(made)).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining(words) });
    await db().restriction.updateMany({ where: { enterpriseId: made.enterprise.id }, data: { untilOn: "2026-01-02" } });
    await expect(start(made)).resolves.toBeDefined();
  });

  it("L-4.3.8-02 L-4.3.8-03 与原许可证相同的不能提交，说明原来是什么；不受首次申请的级别限制", async () => {
    const made = await holder();
    const same = await filled(made, "scope-change", changingTo(made, { installation: "5", testing: "5" }));
    const refused = await submit(made.actor, same).catch((error: unknown) => error);
    expect((refused as { issues: { message: string }[] }).issues.map(({ message }) => message)).toEqual(["请选择与原许可证不同的类别或等级，现在与原许可证相同：承装五级、承试五级"]);
    const stored = await getApplication(made.actor, same);
    await saveSection(made.actor, { applicationId: same, section: CATEGORY_SECTION, revision: stored.revisions[CATEGORY_SECTION] ?? 0, patch: { fields: [{ key: "items", from: { installation: "5", testing: "5" }, to: { installation: "3" } }], rows: [] } });
    const messages = issuesOf(scopeChange, await contextOf(made, same)).map(({ message }) => message);
    expect(messages.join("；")).not.toContain("首次申请");
    expect(messages.join("；")).toContain("电力相关技术人员");
  });

  it("L-4.3.9-01 L-4.3.9-02 L-4.3.9-03 申请废弃之后原来的不能再改、再交，可以重新开始一件", async () => {
    const made = await coursed("scope-change-draft");
    await discardApplication(made.actor, { applicationId: made.applicationId, idempotencyKey: randomUUID() });
    expect(await stateOf(made.applicationId)).toBe("discarded");
    await expect(put(made.actor, made.applicationId, CATEGORY_SECTION, { nature: "change" })).rejects.toMatchObject({ code: "conflict" });
    await expect(submit(made.actor, made.applicationId)).rejects.toMatchObject({ code: "conflict" });
    expect(await start(made)).not.toBe(made.applicationId);
  });

  it("L-4.3.8-04 提交后在形审列表；再办延续的，提交时被拒", async () => {
    const { antedate } = await import("@/prisma/seed/courses/renewal");
    const { addDays } = await import("@/lib/workflow/iso-date");
    const made = await coursed("scope-change-submitted");
    expect(await stateOf(made.applicationId)).toBe("submitted");
    await antedate(made.enterprise, addDays(today(), 90));
    const renewing = await filled(made, "renewal", () => ({ [CATEGORY_SECTION]: { downgrade: "no", ...submitterOf(made.enterprise.legalRep), submitterMobile: mobileNumber(1) } }));
    await expect(submit(made.actor, renewing)).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("许可事项变更") });
  });
});

describe("许可事项变更：准予之后", () => {
  it("L-4.3.0-03 L-4.3.0-04 L-4.3.0-05 编号与有效期不变，发证日期为决定之日，类别和等级、人员换新", async () => {
    const { antedate } = await import("@/prisma/seed/courses/renewal");
    const made = await holder();
    await antedate(made.enterprise, "2029-06-15");
    const [before] = await licencesOf(made);
    const applicationId = await granted(made, "scope-change", changingTo(made, more));
    const [after] = await licencesOf(made);
    expect(after?.number).toBe(before?.number);
    expect(after?.versions).toHaveLength(2);
    expect(after?.versions[0]).toMatchObject({ version: 2, caseId: applicationId, issuedOn: today(), validTo: "2029-06-15", validFrom: before?.versions[0]?.validFrom, scopeText: "承装五级、承修五级、承试五级", reason: "许可事项变更" });
    expect(await findPublicLicence(after?.number ?? "")).toMatchObject({ state: "valid", version: { scopeText: "承装五级、承修五级、承试五级" } });
    // 办结之后再看，变更前仍是当时的
    expect((await contextOf(made, applicationId)).licence).toMatchObject({ scopeText: "承装五级、承试五级", issuedOn: before?.versions[0]?.issuedOn });

    const licence = await getLicence(made.actor, after?.id ?? "");
    expect(licence.versions.map(({ version, reason, case: origin }) => [version, reason, origin?.label, origin?.readable])).toEqual([
      [2, "许可事项变更", "许可事项变更", true], [1, "首次发证", "许可证新申请", true],
    ]);
    expect(licence.versions.map(({ changes }) => changes)).toEqual([[{ label: "承修等级", before: "没有", after: "五级" }], []]);
  });

  it("L-4.3.0-02 审查人看得到变更前后，连同人员的增减；提交时冻结", async () => {
    const made = await holder();
    const applicationId = await filled(made, "scope-change", changingTo(made, more));
    const view = await getApplication(made.actor, applicationId);
    const [row] = rowsOf(view.context.answers.technicians ?? {}, "technicians");
    const { rowId, ...values }: Row = row ?? { rowId: "" };
    const person = { ...values, name: "新来人", idNo: (await import("@/prisma/seed/identities")).residentIdNumber(made.enterprise.people + 500) };
    await saveSection(made.actor, { applicationId, section: "technicians", revision: view.revisions.technicians ?? 0, patch: { fields: [], rows: [{ table: "technicians", rowId, from: values, to: person }] } });
    await submit(made.actor, applicationId);
    const expected = [
      { label: "承修等级", before: "没有", after: "五级" },
      expect.objectContaining({ label: "发证日期", after: "作出决定之日" }),
      { label: "电力相关技术人员", before: "5 人", after: `5 人，新增新来人，减少${textOf(values, "name")}` },
    ];
    expect((await getCase(made.doers.intake, applicationId)).amendments).toEqual(expected);
    for (const [action, doer] of [["accept", "intake"], ["startReview", "examiner"], ["passReview", "examiner"], ["passSecondReview", "secondReviewer"], ["grant", "signer"]] as const) await act(made.doers[doer], applicationId, action);
    expect((await getCase(made.doers.intake, applicationId)).amendments).toEqual(expected);
  });
});

it("L-4.3.0-05 审查期间许可证届满、又没有申请延续的，不能再准予变更，什么也没有发生", async () => {
  const { antedate } = await import("@/prisma/seed/courses/renewal");
  const { addDays } = await import("@/lib/workflow/iso-date");
  const made = await coursed("scope-change-awaiting-signature");
  await antedate(made.enterprise, addDays(today(), -1));
  await expect(act(made.doers.signer, made.applicationId, "grant")).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("届满，不能再变更") });
  expect(await stateOf(made.applicationId)).toBe("awaitingSignature");
  expect((await licencesOf(made))[0]?.versions).toHaveLength(1);
});

describe("许可事项变更：条件标准换了", () => {
  it("L-4.3.1-04 原等级按现在适用的标准换算，换算的结果写出来", async () => {
    const made = await holder();
    await db().setting.upsert({ where: { key: "ruleSetId" }, update: { value: "NDRC-30-2025" }, create: { key: "ruleSetId", value: "NDRC-30-2025", updatedById: made.doers.intake.accountId } });
    try {
      const applicationId = await start(made);
      const context = await contextOf(made, applicationId);
      expect(context.answers[CATEGORY_SECTION]).toEqual({ items: { installation: "3-10", testing: "3-10" } });
      const lines = summaryOf(scopeChange, context)[0]?.groups[0]?.lines;
      expect(lines?.find(({ field }) => field === "convertedItems")?.text).toBe("承装五级 → 承装三级（10千伏以下）；承试五级 → 承试三级（10千伏以下）");
    } finally {
      await db().setting.deleteMany({ where: { key: "ruleSetId" } });
    }
  });
});

it("L-4.3.0-02 流程与新申请相同：审查、复审、签发三步", async () => {
  const made = await holder();
  const applicationId = await submitted(made, "scope-change", changingTo(made, { installation: "5" }));
  await act(made.doers.intake, applicationId, "accept");
  await act(made.doers.examiner, applicationId, "startReview");
  await act(made.doers.examiner, applicationId, "passReview");
  expect(await stateOf(applicationId)).toBe("secondReview");
});
