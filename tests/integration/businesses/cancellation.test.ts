import { describe, expect, it } from "vitest";
import { freshDatabase } from "../database";

await freshDatabase();
const { coursed, filled, granted, holder, licencesOf, put, stateOf, submit, submitted } = await import("./stage");
const { enterprise: stranger } = await import("../applications/fixtures");
const { db } = await import("@/lib/data/client");
const { CANCELLATION_SECTION } = await import("@/lib/licensing/sections/cancellation");
const { getApplication } = await import("@/lib/services/applications/get-application");
const { listBusinesses } = await import("@/lib/services/applications/list-applications");
const { startApplication } = await import("@/lib/services/applications/start-application");
const { findPublicLicence } = await import("@/lib/services/licences/find-public-licence");
const { fillCase, newLicenceOf } = await import("@/prisma/seed/drive-case");
const { grantedCase } = await import("@/prisma/seed/courses/course");
const { submitterOf } = await import("@/prisma/seed/courses/submitter");

type Made = Awaited<ReturnType<typeof holder>>;

const voluntary = ({ enterprise }: Made) => () => ({
  [CANCELLATION_SECTION]: { ground: "voluntary", detail: "经营方向调整，不再从事许可活动。", paperLicence: "none", ...submitterOf(enterprise.legalRep) },
});

describe("许可证注销", () => {
  it("L-4.6-07 L-4.6-08 企业信息与联系方式由注册带来，伪造的修改进不了库", async () => {
    const made = await holder();
    const { applicationId } = await startApplication(made.actor, { business: "cancellation" });
    const { context } = await getApplication(made.actor, applicationId);
    expect(context.enterprise).toMatchObject({ unitName: made.enterprise.name, contact: made.enterprise.contact });
    await expect(put(made.actor, applicationId, CANCELLATION_SECTION, { unitName: "改了", contact: "改了" })).rejects.toMatchObject({ code: "invalid" });
  });

  it("L-4.6-10 L-4.6-11 注销事项与带 * 的没有填完不能提交，逐项列出", async () => {
    const made = await holder();
    const applicationId = await filled(made, "cancellation", voluntary(made));
    await put(made.actor, applicationId, CANCELLATION_SECTION, { ground: "dissolved", detail: "", paperLicence: "returned" });
    const refused = await submit(made.actor, applicationId).catch((error: unknown) => error);
    expect((refused as { issues: { message: string }[] }).issues.map(({ message }) => message)).toEqual(["注销事项未填写", "股东会决议或终止证明未上传", "原许可证正、副本未上传"]);
  });

  it("L-4.6-12 准予后许可证已注销、人员与电工释放，公开查验显示已注销；企业可以重新申请，得到新的编号", async () => {
    const made = await holder();
    const [before] = await licencesOf(made);
    await granted(made, "cancellation", voluntary(made));
    const [after] = await licencesOf(made);
    expect(after).toMatchObject({ number: before?.number, state: "cancelled" });
    expect(after?.versions[0]).toMatchObject({ version: 2, reason: "注销：自愿放弃许可", validTo: before?.versions[0]?.validTo });
    expect(await db().engagement.count({ where: { enterpriseId: made.enterprise.id, toOn: null } })).toBe(0);
    expect(await db().electricianClaim.count({ where: { enterpriseId: made.enterprise.id } })).toBe(0);
    expect((await findPublicLicence(before?.number ?? "")).state).toBe("deregistered");
    await expect(startApplication(made.actor, { business: "reissue" })).rejects.toMatchObject({ code: "conflict" });
    const offer = (await listBusinesses(made.actor)).find(({ business }) => business === "new-licence");
    expect(offer?.unavailableBecause).toBeUndefined();

    const begun = await startApplication(made.actor, { business: "new-licence" });
    expect((await getApplication(made.actor, begun.applicationId)).context.answers).toEqual({ "application-category": { nature: "afterDeregistration" } });
    const anew = newLicenceOf(made.enterprise, { installation: "5" });
    await grantedCase(made.enterprise, { ...anew, answers: (context) => {
      const { "application-category": category, ...answers } = anew.answers(context);
      return { ...answers, "application-category": { ...category, nature: "afterDeregistration" } };
    } });
    const [old, fresh] = await licencesOf(made);
    expect(old?.state).toBe("cancelled");
    expect(fresh).toMatchObject({ state: "valid" });
    expect(fresh?.number).not.toBe(old?.number);
    const next = await startApplication(made.actor, { business: "registration-change" });
    expect((await getApplication(made.actor, next.applicationId)).context.licence).toMatchObject({ number: fresh?.number, nature: "afterDeregistration" });
  }, 20_000);

  it("有其他在办的申请时不能提交注销，说明是哪一件（决定十四）", async () => {
    const made = await holder();
    await submitted(made, "reissue", () => ({ reissue: { kind: "exchange", part: ["original"], reason: "证面磨损，申请换证一份", ...submitterOf(made.enterprise.legalRep) } }));
    const applicationId = await filled(made, "cancellation", voluntary(made));
    await expect(submit(made.actor, applicationId)).rejects.toMatchObject({ code: "conflict", message: expect.stringMatching(/许可证补（换）证申请 .+ 正在办理/) });
    expect(await stateOf(applicationId)).toBe("draft");
  });

  it("还有效的时候不能新申请；别家看不到注销申请", async () => {
    const made = await holder();
    await expect(fillCase(made.enterprise, newLicenceOf(made.enterprise, { installation: "5" }))).rejects.toMatchObject({ code: "conflict" });
    const { applicationId } = await startApplication(made.actor, { business: "cancellation" });
    await expect(getApplication(await stranger(), applicationId)).rejects.toMatchObject({ code: "notFound" });
  });

  it.each(["draft", "correction", "granted", "refused", "discarded", "terminated"])("演示走法 cancellation-%s 走得通", async (name) => {
    expect(await stateOf((await coursed(`cancellation-${name}`)).applicationId)).toBe(name);
  });
});
