import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { DocumentContent } from "@/lib/licensing/documents/content";
import { formatChineseDate } from "@/lib/workflow/iso-date";
import { freshDatabase } from "../database";

await freshDatabase();
const { deliverHearing } = await import("../follow-ups/hearing");
const { today } = await import("@/lib/services/platform/clock");
const { act, advance, staff, submit, submittedCase, team } = await import("../review/cases");
const { db, pool, transaction } = await import("@/lib/data/client");
const { coursed } = await import("../businesses/stage");
const { terminateApplication } = await import("@/lib/services/applications/terminate-application");
const { answerRemark } = await import("@/lib/services/applications/answer-remark");
const { save } = await import("../applications/fixtures");
const { getApplication } = await import("@/lib/services/applications/get-application");
const { listMessages } = await import("@/lib/services/communication/messages");
const { digestOf } = await import("@/lib/services/documents/digest");
const { openDocument } = await import("@/lib/services/documents/open-document");
const { issueDocument } = await import("@/lib/services/documents/issue-document");
const { draftRemark, resolveRemark } = await import("@/lib/services/review/remarks");

const doers = await team();
const documentsOf = (caseId: string) => db().issuedDocument.findMany({ where: { caseId }, orderBy: [{ issuedAt: "asc" }, { id: "asc" }] });
const kindsOf = async (caseId: string) => (await documentsOf(caseId)).map(({ kind }) => kind);
const contentOf = async (caseId: string, kind: string) => {
  const found = await db().issuedDocument.findFirstOrThrow({ where: { caseId, kind }, orderBy: { issuedAt: "desc" } });
  return { ...found, content: DocumentContent.parse(found.content), text: JSON.stringify(found.content) };
};

describe("出具文书", () => {
  it("L-6-04 L-6-11 提交、补正、再提交、受理、准予：一步一份文书，内容写全，随那一步的消息送到", async () => {
    const own = await submittedCase();
    const { applicant, applicationId } = own;
    await draftRemark(doers.intake, { applicationId, sectionKey: "technical-lead", field: "titleCertNo", level: "must", text: "与扫描件不一致" });
    await draftRemark(doers.intake, { applicationId, sectionKey: "safety-lead", field: "mobile", level: "hint", text: "请核对手机" });
    await act(doers.intake, applicationId, "returnForCorrection");
    const { content, number } = await contentOf(applicationId, "correction");
    expect(content.blocks.find(({ kind }) => kind === "list")).toEqual({ kind: "list", title: "补正内容（共2条）", items: [expect.stringMatching(/^【必须修改】技术负责人.*与扫描件不一致$/), expect.stringMatching(/^【提示】.*请核对手机$/)] });
    expect(JSON.stringify(content.blocks)).toContain("15个工作日");

    const returned = await getApplication(applicant, applicationId);
    const before = returned.context.answers["technical-lead"] ?? {};
    await save(applicant, applicationId, "technical-lead", before, { ...before, titleCertNo: "LN-2012-0088" }, returned.revisions["technical-lead"]);
    for (const remark of returned.remarks) await answerRemark(applicant, { remarkId: remark.id, answer: "已改" });
    await submit(own);
    for (const remark of returned.remarks) await resolveRemark(doers.intake, remark.id, true);
    await advance(applicationId, doers, "granted");
    expect(await kindsOf(applicationId)).toEqual(["receipt", "correction", "receipt", "acceptance", "grant"]);
    const licence = await db().licence.findFirstOrThrow({ where: { enterpriseId: applicant.enterpriseId } });
    const grant = await contentOf(applicationId, "grant");
    expect(grant).toMatchObject({ issuedById: doers.signer.accountId, issuedByName: "赵签", round: 2, deliveredOn: null });
    expect(grant.text).toContain(licence.number);
    expect(grant.digest).toBe(digestOf(grant.content));
    const { rows } = await listMessages(applicant);
    expect(rows.map(({ title, document }) => [title, document?.kindWord]).filter(([, kind]) => kind)).toEqual([
      ["准予许可，许可证已生成", "准予行政许可决定书"], ["许可证新申请已受理", "行政许可受理通知书"], ["许可证新申请已重新提交", "申请材料接收凭证"],
      ["许可证新申请需要补正", "行政许可补正材料通知书"], ["许可证新申请已提交", "申请材料接收凭证"],
    ]);
    expect(rows.find(({ title }) => title === "许可证新申请需要补正")?.document?.number).toBe(number);
  });

  it("L-6-04 不予受理、不予许可写明理由、依据与救济；终止由系统出具", async () => {
    const [rejected, refused, ended] = [await submittedCase(), await submittedCase(), await submittedCase()];
    await act(doers.intake, rejected.applicationId, "rejectIntake", { reason: "不属于本机关职权", article: "《行政许可法》第三十二条第一款第二项" });
    await advance(refused.applicationId, doers, "awaitingSignature");
    await act(doers.signer, refused.applicationId, "refuse", { reason: "净资产不足", article: "《行政许可法》第三十八条第二款" });
    await terminateApplication(ended.applicant, { applicationId: ended.applicationId, reason: "企业改制，暂不办理", idempotencyKey: randomUUID() });
    for (const [id, kind, parts] of [[rejected.applicationId, "nonAcceptance", ["不属于本机关职权", "第二项"]], [refused.applicationId, "refusal", ["净资产不足", "第三十八条第二款"]]] as const) {
      const { content, text } = await contentOf(id, kind);
      expect(content.remedies).toMatch(/行政复议.*行政诉讼/);
      for (const part of parts) expect(text).toContain(part);
    }
    expect(await contentOf(ended.applicationId, "termination")).toMatchObject({ issuedById: null, issuedByName: "系统", text: expect.stringContaining("企业改制") });
  });

  it("L-4.9 注销准予时出具注销决定书，写明许可证编号", async () => {
    const { applicationId } = await coursed("cancellation-granted");
    const { text } = await contentOf(applicationId, "cancellation");
    const { application } = await db().case.findUniqueOrThrow({ where: { id: applicationId }, select: { application: { select: { licence: { select: { number: true } } } } } });
    expect(text).toContain(application?.licence?.number);
    expect(await kindsOf(applicationId)).not.toContain("grant");
  });

  it("L-6-04 办理没有成，文书、号码、消息都没有；出具之后内容、编号、送达改不了，也删不掉", async () => {
    const { applicationId } = await submittedCase();
    const before = [await documentsOf(applicationId), await db().message.count({ where: { caseId: applicationId } })];
    await expect(transaction(async (tx) => {
      await issueDocument(tx, { caseId: applicationId, kind: "acceptance" });
      throw new Error("rolled back");
    })).rejects.toThrow("rolled back");
    expect([await documentsOf(applicationId), await db().message.count({ where: { caseId: applicationId } })]).toEqual(before);
    await expect(act(doers.signer, applicationId, "grant")).rejects.toMatchObject({ code: "conflict" });
    expect(await kindsOf(applicationId)).toEqual(["receipt"]);

    const [receipt] = await documentsOf(applicationId);
    const set = (assignment: string) => pool().query(`UPDATE "IssuedDocument" SET ${assignment} WHERE "id" = $1`, [receipt?.id]);
    await expect(set(`"content" = '{}'`)).rejects.toThrow("content cannot change");
    await expect(set(`"number" = 'X'`)).rejects.toThrow("number cannot change");
    await expect(set(`"deliveryWay" = 'post'`)).rejects.toThrow("delivery_is_whole");
    await expect(pool().query(`DELETE FROM "IssuedDocument" WHERE "id" = $1`, [receipt?.id])).rejects.toThrow("append-only");
    await set(`"deliveryWay" = 'post', "deliveredOn" = '2026-11-23', "deliveryReceiver" = '王丽'`);
    await expect(set(`"deliveryReceiver" = '别人'`)).rejects.toThrow("deliveryReceiver cannot change");
  });

  it("L-6-04 五十路并发出具、一半回滚：没有重号；各机构、各种文书各有序列", async () => {
    const { applicationId } = await submittedCase();
    const issued = await Promise.allSettled(Array.from({ length: 50 }, (_, n) => transaction(async (tx) => {
      const { number } = await issueDocument(tx, { caseId: applicationId, kind: "extension" });
      if (n % 2 === 1) throw new Error("rolled back");
      return number;
    })));
    const numbers = issued.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    expect(new Set(numbers).size).toBe(25);
    expect(numbers.length).toBe(25);
    for (const number of numbers) expect(number).toMatch(/^东北监能许可〔\d{4}〕延\d+号$/);
    const other = await submittedCase({}, "NCEB");
    const [receipt] = await documentsOf(other.applicationId);
    expect(receipt?.number).toMatch(/^华北监能许可〔\d{4}〕收1号$/);
  }, 60_000);

  it("没有随别的通知送出的，另发一条消息，里面有文书", async () => {
    const { applicant, applicationId } = await submittedCase();
    const { number } = await transaction((tx) => issueDocument(tx, { caseId: applicationId, kind: "siteVisit", by: { id: doers.examiner.accountId, name: "李审" }, values: { reason: "核实设备", visit: { on: "2026-12-01", place: "沈阳", officials: ["李审", "王复"] } } }));
    const [first] = (await listMessages(applicant)).rows;
    expect(first).toMatchObject({ title: "现场核查通知书已送出", body: expect.stringContaining(number), document: { number } });
  });

  it("决定十三 承诺不实：责令整改通知书随任务出具，写明期限；确认撤销的出具撤销决定书，写明理由、依据与救济", async () => {
    const { submittedBy, taskOf } = await import("../follow-ups/fixtures");
    const { recordVerification } = await import("@/lib/services/follow-ups/record-verification");
    const { decideRevocation } = await import("@/lib/services/follow-ups/decide-revocation");
    const { applicationId, applicant } = await submittedBy("commitment", ["TL_TITLE"]);
    for (const [doer, action] of [[doers.intake, "accept"], [doers.examiner, "startReview"], [doers.examiner, "passReview"], [doers.signer, "grant"]] as const) await act(doer, applicationId, action);
    const { number } = await db().licence.findFirstOrThrow({ where: { enterpriseId: applicant.enterpriseId } });
    const verification = await taskOf(applicationId, "verification");
    await recordVerification(doers.examiner, { followUpId: verification.id, revision: 1, verdict: "rectify", note: "两名技术人员未参保" });
    const rectification = await taskOf(applicationId, "rectification");
    const ordered = await contentOf(applicationId, "rectification");
    expect(ordered).toMatchObject({ followUpId: rectification.id, issuedByName: "李审", text: expect.stringContaining("两名技术人员未参保") });
    for (const part of [formatChineseDate(rectification.dueOn), number, "行政复议"]) expect(ordered.text).toContain(part);
    await recordVerification(doers.examiner, { followUpId: rectification.id, revision: 1, verdict: "revoke", note: "逾期不改正", article: "《行政许可法》第六十九条第二款" });
    expect((await kindsOf(applicationId)).slice(-2).toSorted(), "还没有确认的只有两份告知书").toEqual(["hearing", "revocationNotice"]);
    expect((await contentOf(applicationId, "revocationNotice")).content.remedies).toBeUndefined();
    await deliverHearing(rectification.id, await today());
    await decideRevocation(doers.signer, { followUpId: rectification.id, revision: 2, action: "confirm", note: "企业已书面放弃听证" });
    const revoked = await contentOf(applicationId, "revocation");
    expect(revoked).toMatchObject({ followUpId: rectification.id, issuedByName: "赵签" });
    for (const part of ["逾期不改正", "第六十九条第二款", number, "行政复议"]) expect(revoked.text).toContain(part);
  });

  it("L-6-04 拟撤销的另有听证告知书：写明五个工作日内提出，随自己的一条消息送出，企业打开即为送达", async () => {
    const { submittedBy, taskOf } = await import("../follow-ups/fixtures");
    const { recordVerification } = await import("@/lib/services/follow-ups/record-verification");
    const { applicationId, applicant } = await submittedBy("commitment", ["TL_TITLE"]);
    for (const [doer, action] of [[doers.intake, "accept"], [doers.examiner, "startReview"], [doers.examiner, "passReview"], [doers.signer, "grant"]] as const) await act(doer, applicationId, action);
    const task = await taskOf(applicationId, "verification");
    await recordVerification(doers.examiner, { followUpId: task.id, revision: 1, verdict: "revoke", note: "业绩材料不实", article: "《行政许可法》第六十九条第二款" });
    const told = await contentOf(applicationId, "hearing");
    expect(told).toMatchObject({ followUpId: task.id, issuedByName: "李审", number: expect.stringMatching(/〕听\d+号$/) });
    for (const part of ["第四十七条", "5个工作日内", "业绩材料不实", "第六十九条第二款"]) expect(told.text).toContain(part);
    expect((await listMessages(applicant)).rows.find(({ title }) => title === "听证告知书已送出")).toMatchObject({ document: { number: told.number } });
    expect((await openDocument(applicant, told.id)).name).toContain("听证告知书");
    expect(await db().issuedDocument.findUniqueOrThrow({ where: { id: told.id } })).toMatchObject({ deliveryWay: "electronic", deliveryReceiver: expect.any(String) });
  });

  it("L-6-07 容缺受理通知书列明缺项；补齐并经核对的，出具补齐确认书", async () => {
    const { attach, submittedBy, taskOf } = await import("../follow-ups/fixtures");
    const { supplyDeferral } = await import("@/lib/services/follow-ups/supply-deferral");
    const { recordDeferral } = await import("@/lib/services/follow-ups/record-deferral");
    const { applicant, applicationId } = await submittedBy("conditionalAcceptance", ["TL_TITLE"]);
    await act(await staff(["intake"], "容缺"), applicationId, "acceptConditionally");
    const { content } = await contentOf(applicationId, "conditionalAcceptance");
    expect(content.blocks.find(({ kind }) => kind === "list")).toMatchObject({ title: "缺项清单（共1项）", items: [expect.stringContaining("职称证书")] });
    const task = await taskOf(applicationId, "deferral");
    await attach(applicant, applicationId, { section: "technical-lead", slot: "TL_TITLE" });
    await supplyDeferral(applicant, { followUpId: task.id, revision: task.revision });
    await recordDeferral(doers.intake, { followUpId: task.id, revision: task.revision + 1, verdict: "met" });
    expect(await contentOf(applicationId, "deferralMet")).toMatchObject({ followUpId: task.id, text: expect.stringContaining("已经补齐的材料（共1项）") });
  });
});
