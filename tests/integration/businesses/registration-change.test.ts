import { describe, expect, it } from "vitest";
import { freshDatabase } from "../database";
import { today } from "../../builders/today";

await freshDatabase();
const { act, coursed, filled, granted, holder, licencesOf, newcomer, put, stateOf, submit, submitted } = await import("./stage");
const { enterprise: stranger } = await import("../applications/fixtures");
const { db } = await import("@/lib/data/client");
const { CHANGES_SECTION, unchangedAnswers } = await import("@/lib/licensing/particulars-changes");
const { getApplication } = await import("@/lib/services/applications/get-application");
const { listApplications } = await import("@/lib/services/applications/list-applications");
const { startApplication } = await import("@/lib/services/applications/start-application");
const { listMessages } = await import("@/lib/services/communication/messages");
const { getProfile, listProfileChanges } = await import("@/lib/services/enterprises/profile");
const { getCertificate } = await import("@/lib/services/licences/certificate");
const { findPublicLicence } = await import("@/lib/services/licences/find-public-licence");
const { residentIdNumber } = await import("@/prisma/seed/identities");
const { submitterOf } = await import("@/prisma/seed/courses/submitter");

type Made = Awaited<ReturnType<typeof holder>>;


/** 只改给出的几项，其余照原值。 */
const changing = ({ enterprise }: Made, changes: Record<string, string>) => (context: { enterprise: Readonly<Record<string, string>> }) => ({
  "change-applicant": submitterOf(enterprise.legalRep),
  [CHANGES_SECTION]: { ...unchangedAnswers(context.enterprise), regChangedOn: today(), ...changes },
});

describe("登记事项变更", () => {
  it("L-4.2.0-04 没有许可证的企业不能办，说明改办什么", async () => {
    const made = await newcomer();
    await expect(startApplication(made.actor, { business: "registration-change" })).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("许可证新申请") });
  });

  it("L-4.2.1-06 L-4.2.2-04 L-4.2.2-05 草稿带入变更前的值，变更后已按原值填好", async () => {
    const made = await holder();
    const { applicationId } = await startApplication(made.actor, { business: "registration-change" });
    const { context } = await getApplication(made.actor, applicationId);
    expect(context.licence).toMatchObject({ number: (await licencesOf(made))[0]?.number, scopeText: "承装五级、承试五级", nature: "first" });
    expect(context.answers[CHANGES_SECTION]).toEqual({
      afterUnitName: made.enterprise.name, afterEnterpriseType: "company", afterLegalRep: made.enterprise.legalRep.name, afterLegalRepIdType: "residentId",
      afterLegalRepId: made.enterprise.legalRep.idNo, afterDomicile: made.enterprise.domicile,
    });
  });

  it("L-4.2.2-03 变更后的身份证号码不合法，这一处不保存，其余照存", async () => {
    const made = await holder();
    const { applicationId } = await startApplication(made.actor, { business: "registration-change" });
    const saved = await put(made.actor, applicationId, CHANGES_SECTION, { afterLegalRep: "孙新", afterLegalRepId: "210102198001011234" });
    expect(saved.refused).toEqual([expect.objectContaining({ field: "afterLegalRepId" })]);
    const { context } = await getApplication(made.actor, applicationId);
    expect(context.answers[CHANGES_SECTION]).toMatchObject({ afterLegalRep: "孙新", afterLegalRepId: made.enterprise.legalRep.idNo });
    const bad = await put(made.actor, applicationId, "change-applicant", { submitterId: "123" });
    expect(bad.refused).toEqual([expect.objectContaining({ field: "submitterId" })]);
  });

  it("L-4.2.2-05 什么都没有改的不能提交，说明至少改一项", async () => {
    const made = await holder();
    const applicationId = await filled(made, "registration-change", changing(made, {}));
    await expect(submit(made.actor, applicationId)).rejects.toMatchObject({
      code: "invalid", issues: [expect.objectContaining({ section: CHANGES_SECTION, message: "变更后与变更前完全相同，请至少修改一项" })],
    });
    expect(await stateOf(applicationId)).toBe("draft");
  });

  it("L-4.2.3-04 材料不全的不能提交，逐项列出；逾三十天没有说明原因的也列出", async () => {
    const made = await holder();
    const applicationId = await filled(made, "registration-change", changing(made, { afterLegalRep: "孙新", regChangedOn: "2020-01-02" }));
    await db().attachment.deleteMany({ where: { applicationId, slot: { in: ["RC_LIC", "RC_REP"] } } });
    const refused = await submit(made.actor, applicationId).catch((error: unknown) => error);
    const messages = (refused as { issues: { message: string; severity: string }[] }).issues.map(({ message }) => message);
    expect(messages).toEqual(["变更原因未填写", "变更后营业执照/法人证书未上传", "新法定代表人身份证明未上传"]);
  });

  it("L-4.2.0-02 L-4.2.0-03 L-4.2.2-06 L-4.2.2-07 几项一次变更，准予后处处是新的，编号与有效期不变，以前的留在记录里", async () => {
    const made = await holder();
    const [before] = await licencesOf(made);
    const newId = residentIdNumber(made.enterprise.people + 9);
    const changes = { afterUnitName: `沈阳改名${made.enterprise.people}电力有限公司`, afterLegalRep: "孙新", afterLegalRepId: newId, afterDomicile: "沈阳市浑南区创新路 9 号" };
    const beside = await startApplication(made.actor, { business: "reissue" });
    expect((await getApplication(made.actor, beside.applicationId)).context.enterprise).toMatchObject({ unitName: made.enterprise.name });
    const applicationId = await granted(made, "registration-change", changing(made, changes));

    const profile = await getProfile(made.actor);
    expect(profile.facts).toMatchObject({ unitName: changes.afterUnitName, legalRep: "孙新", legalRepId: newId, domicile: changes.afterDomicile, enterpriseType: "company" });
    expect((await listProfileChanges(made.actor)).map(({ effectiveOn, changes: lines }) => ({ effectiveOn, lines }))).toEqual([
      {
        effectiveOn: today(),
        lines: [
          { label: "单位名称", before: made.enterprise.name, after: changes.afterUnitName },
          { label: "住所（营业执照地址/营业场所）", before: made.enterprise.domicile, after: changes.afterDomicile },
          { label: "法定代表人", before: made.enterprise.legalRep.name, after: "孙新" },
          { label: "法定代表人证件号码", before: expect.stringContaining("****"), after: expect.stringContaining("****") },
        ],
      },
    ]);
    const [after] = await licencesOf(made);
    expect(after).toMatchObject({ id: before?.id, number: before?.number, state: "valid" });
    expect(after?.versions[0]).toMatchObject({
      version: 2, reason: "登记事项变更（法人名称、法定代表人、住所）", holderName: changes.afterUnitName, legalRep: "孙新", domicile: changes.afterDomicile,
      validFrom: before?.versions[0]?.validFrom, validTo: before?.versions[0]?.validTo, scopeText: before?.versions[0]?.scopeText, issuedOn: today(),
    });
    expect(after?.versions[1]).toMatchObject({ version: 1, holderName: made.enterprise.name });
    expect((await getCertificate(made.actor, after?.number ?? "", "正本")).face.lines.map(({ value }) => value)).toEqual(expect.arrayContaining([changes.afterUnitName, "孙新", changes.afterDomicile, "承装类五级　承试类五级"]));
    expect(await findPublicLicence(after?.number ?? "")).toMatchObject({ version: { holderName: changes.afterUnitName } });
    expect((await db().enterprise.findUniqueOrThrow({ where: { id: made.enterprise.id } })).formerNames).toEqual([made.enterprise.name]);
    expect((await listMessages(made.actor)).rows[0]?.body).toContain("登记事项已变更，编号和有效期不变");

    const { context } = await getApplication(made.actor, applicationId);
    expect(context.enterprise).toMatchObject({ unitName: made.enterprise.name });
    expect((await getApplication(made.actor, beside.applicationId)).context.enterprise).toMatchObject({ unitName: changes.afterUnitName, domicile: changes.afterDomicile });
    const later = await startApplication(made.actor, { business: "cancellation" });
    expect((await getApplication(made.actor, later.applicationId)).context.enterprise).toMatchObject({ unitName: changes.afterUnitName, legalRep: "孙新" });
  });

  it("L-4.2.0-03 L-4.2.3-03 列表上写变更了哪几项；走的是受理、审查、签发，不经复审", async () => {
    const { actor, applicationId, doers } = await coursed("registration-change-awaiting-signature");
    expect((await listApplications(actor)).find((row) => row.applicationId === applicationId)).toMatchObject({ scopeText: "法定代表人、住所", stateWord: "待签发" });
    expect(await db().caseEvent.count({ where: { caseId: applicationId, action: "passSecondReview" } })).toBe(0);
    await act(doers.signer, applicationId, "grant");
    expect(await stateOf(applicationId)).toBe("granted");
  });

  it("L-4.2.2-07 新名称已被别家登记：签发被拒并说明，什么也没有发生", async () => {
    const made = await holder();
    const applicationId = await submitted(made, "registration-change", changing(made, { afterUnitName: `沈阳抢注${made.enterprise.people}有限公司` }));
    const other = await stranger();
    await db().enterprise.update({ where: { id: other.enterpriseId }, data: { name: `沈阳抢注${made.enterprise.people}有限公司` } });
    for (const action of ["accept", "startReview", "passReview"] as const) await act(action === "accept" ? made.doers.intake : made.doers.examiner, applicationId, action);
    await expect(act(made.doers.signer, applicationId, "grant")).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("已被其他企业登记") });
    expect(await stateOf(applicationId)).toBe("awaitingSignature");
    expect((await licencesOf(made))[0]?.versions).toHaveLength(1);
  });

  it("别家的申请看不到、存不了", async () => {
    const { applicationId } = await coursed("registration-change-draft");
    const other = await stranger();
    await expect(getApplication(other, applicationId)).rejects.toMatchObject({ code: "notFound" });
    await expect(put(other, applicationId, CHANGES_SECTION, { afterDomicile: "别处" })).rejects.toMatchObject({ code: "notFound" });
  });

  it.each(["draft", "draft-complete", "submitted", "correction", "granted", "refused", "not-accepted", "discarded", "terminated"])("演示走法 registration-change-%s 走得通", async (name) => {
    const { applicationId } = await coursed(`registration-change-${name}`);
    const words: Record<string, string> = { "draft-complete": "draft", "not-accepted": "notAccepted" };
    expect(await stateOf(applicationId)).toBe(words[name] ?? name);
  });
});
