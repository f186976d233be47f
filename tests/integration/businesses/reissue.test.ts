import { describe, expect, it } from "vitest";
import { freshDatabase } from "../database";
import { today } from "../../builders/today";

await freshDatabase();
const { coursed, filled, granted, holder, licencesOf, newcomer, put, stateOf, submit } = await import("./stage");
const { enterprise: stranger } = await import("../applications/fixtures");
const { db } = await import("@/lib/data/client");
const { REISSUE_SECTION } = await import("@/lib/licensing/rules/loss-statement");
const { getApplication } = await import("@/lib/services/applications/get-application");
const { listApplications } = await import("@/lib/services/applications/list-applications");
const { startApplication } = await import("@/lib/services/applications/start-application");
const { getCertificate } = await import("@/lib/services/licences/certificate");
const { listMessages } = await import("@/lib/services/communication/messages");
const { submitterOf } = await import("@/prisma/seed/courses/submitter");

type Made = Awaited<ReturnType<typeof holder>>;


const damaged = ({ enterprise }: Made) => () => ({
  [REISSUE_SECTION]: { kind: "damaged", part: ["original"], reason: "正本受潮，字迹不能辨认，申请补证", ...submitterOf(enterprise.legalRep) },
});

describe("许可证补（换）证", () => {
  it("L-4.5.1-01 没有许可证的企业不能办", async () => {
    const made = await newcomer();
    await expect(startApplication(made.actor, { business: "reissue" })).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("没有有效的许可证") });
  });

  it("L-4.5.1-07 申请类别决定要填什么：遗失的要声明，损毁的要原件；列表上写申请类别", async () => {
    const made = await holder();
    const applicationId = await filled(made, "reissue", damaged(made));
    await put(made.actor, applicationId, REISSUE_SECTION, { kind: "lost" });
    expect((await listApplications(made.actor))[0]).toMatchObject({ label: "许可证补（换）证申请", scopeText: "遗失补证" });
    const refused = await submit(made.actor, applicationId).catch((error: unknown) => error);
    expect((refused as { issues: { message: string }[] }).issues.map(({ message }) => message)).toEqual(["遗失声明刊登媒体未填写", "声明刊登日期未填写", "遗失声明未上传"]);
    await put(made.actor, applicationId, REISSUE_SECTION, { kind: "damaged" });
    expect(await submit(made.actor, applicationId)).toMatchObject({ round: 1 });
  });

  it("L-4.5.1-03 L-4.5.1-04 L-4.5.1-08 提交即进入排队，答复第几位，申请页上随时看得到", async () => {
    const [first, second] = [await coursed("reissue-submitted"), await holder()];
    const applicationId = await filled(second, "reissue", damaged(second));
    const outcome = await submit(second.actor, applicationId);
    const ahead = await db().case.count({ where: { state: "submitted", holderId: null, officeCode: second.enterprise.officeCode, id: { not: applicationId } } });
    expect(outcome.queuePlace).toBe(ahead + 1);
    expect((await getApplication(second.actor, applicationId)).queuePlace).toBe(outcome.queuePlace);
    expect((await getApplication(first.actor, first.applicationId)).queuePlace).toBeLessThan(outcome.queuePlace);
    expect(await submit(second.actor, applicationId)).toMatchObject({ round: 1, queuePlace: outcome.queuePlace });
  });

  it("L-4.5.1-09 准予后出新的一版证面：编号、类别、有效期不变，发证日期为决定之日，事由写明", async () => {
    const made = await holder();
    const [before] = await licencesOf(made);
    await granted(made, "reissue", damaged(made));
    const [after] = await licencesOf(made);
    const [current, former] = after?.versions ?? [];
    expect(after).toMatchObject({ id: before?.id, number: before?.number, state: "valid" });
    expect(current).toMatchObject({ version: 2, reason: "损毁补证", issuedOn: today(), validFrom: former?.validFrom, validTo: former?.validTo, items: former?.items, holderName: former?.holderName });
    expect((await getCertificate(made.actor, after?.number ?? "", "正本")).face.lines.length).toBeGreaterThan(4);
    expect((await listMessages(made.actor)).rows[0]?.body).toContain(`许可证编号 ${after?.number}`);
  });

  it("别家的申请看不到、存不了、提交不了", async () => {
    const { applicationId } = await coursed("reissue-draft-complete");
    const other = await stranger();
    await expect(getApplication(other, applicationId)).rejects.toMatchObject({ code: "notFound" });
    await expect(put(other, applicationId, REISSUE_SECTION, { kind: "exchange" })).rejects.toMatchObject({ code: "notFound" });
    await expect(submit(other, applicationId)).rejects.toMatchObject({ code: "notFound" });
  });

  it.each(["draft", "correction", "granted", "refused", "discarded", "terminated"])("演示走法 reissue-%s 走得通", async (name) => {
    expect(await stateOf((await coursed(`reissue-${name}`)).applicationId)).toBe(name);
  });
});
