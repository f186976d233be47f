import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { freshDatabase } from "../database";

await freshDatabase();
const { colleague, draft, enterprise, save } = await import("./fixtures");
const { db } = await import("@/lib/data/client");
const { findApplicationRecord } = await import("@/lib/data/applications");
const { getApplication } = await import("@/lib/services/applications/get-application");

const SECTION = "basic-information";

async function started() {
  const actor = await enterprise();
  const applicationId = await draft(actor);
  await save(actor, applicationId, SECTION, {}, { totalAssets: "2000" });
  await save(actor, applicationId, "technical-lead", {}, { name: "赵明远" });
  const file = await db().attachment.create({
    data: {
      applicationId, sectionKey: SECTION, slot: "FORM", storageKey: randomUUID(), name: "申请表.pdf", mediaType: "application/pdf", size: 1, sha256: "0".repeat(64),
      state: "checked", uploadedById: actor.accountId,
    },
  });
  return { actor, applicationId, file, view: () => getApplication(actor, applicationId), record: async () => (await findApplicationRecord(applicationId)) ?? expect.fail("gone") };
}

describe("打开申请", () => {
  it("没有变的不再从库里取，内容不容改动", async () => {
    const { record } = await started();
    const [first, second] = [await record(), await record()];
    expect(second.sections).toBe(first.sections);
    expect(second.files).toBe(first.files);
    expect(() => Object.assign(first.sections[0]?.data ?? {}, { totalAssets: "1" })).toThrow(TypeError);
  });

  it("两人同时打开：所见相同，各是各的身份", async () => {
    const { actor, applicationId } = await started();
    const filler = await colleague(actor, ["filler"], "李强");
    const views = await Promise.all([actor, filler, actor, filler].map((who) => getApplication(who, applicationId)));
    expect(views.map(({ context }) => context.answers[SECTION])).toEqual(Array(4).fill(expect.objectContaining({ totalAssets: "2000" })));
    const mayDiscard = views.map(({ actions }) => actions.some(({ action }) => action === "submit"));
    expect(mayDiscard).toEqual([true, false, true, false]);
    const stranger = await enterprise();
    await expect(getApplication(stranger, applicationId)).rejects.toMatchObject({ code: "notFound" });
  });

  it("同事存了一个页签：立刻看到", async () => {
    const { actor, applicationId, view } = await started();
    await view();
    await save(await colleague(actor, ["filler"], "李强"), applicationId, SECTION, { totalAssets: "2000" }, { totalAssets: "2100" }, 1);
    const after = await view();
    expect(after.context.answers[SECTION]).toMatchObject({ totalAssets: "2100" });
    expect(after.savedAt[SECTION]?.by).toBe("李强");
    expect(after.revisions[SECTION]).toBe(2);
  });

  it("附件增减、企业信息、机构、上级企业、填报人姓名、条件标准、案件、排在前面的件数、意见、经过：哪一处变了都立刻看到", async () => {
    const { actor, applicationId, file, view, record } = await started();
    const parent = await db().enterprise.create({ data: { name: `上级${randomUUID()}`, uscc: randomUUID().slice(0, 18), officeCode: "NEEB", particulars: {} } });
    const changes: [() => Promise<unknown>, () => Promise<void>][] = [
      [() => db().attachment.update({ where: { id: file.id }, data: { name: "新申请表.pdf" } }), async () => expect((await view()).context.files[0]?.name).toBe("新申请表.pdf")],
      [() => db().attachment.update({ where: { id: file.id }, data: { state: "removed" } }), async () => expect((await view()).context.files).toEqual([])],
      [() => db().enterprise.update({ where: { id: actor.enterpriseId }, data: { parentId: parent.id } }), async () => expect((await view()).context.enterprise.parentOrg).toBe(parent.name)],
      [() => db().enterprise.update({ where: { id: parent.id }, data: { name: `${parent.name}改` } }), async () => expect((await view()).context.enterprise.parentOrg).toBe(`${parent.name}改`)],
      [() => db().enterprise.update({ where: { id: actor.enterpriseId }, data: { particulars: { legalRep: "钱法定" } } }), async () => expect((await view()).context.enterprise.legalRep).toBe("钱法定")],
      [() => db().account.update({ where: { id: actor.accountId }, data: { displayName: "改名的人" } }), async () => expect((await view()).savedAt[SECTION]?.by).toBe("改名的人")],
      [() => db().office.update({ where: { code: "NEEB" }, data: { name: "改名的派出机构" } }), async () => expect((await view()).officeName).toBe("改名的派出机构")],
      [() => db().setting.create({ data: { key: "ruleSetId", value: "NDRC-30-2025" } }), async () => expect((await view()).context.ruleSet.id).toBe("NDRC-30-2025")],
      [() => db().application.update({ where: { caseId: applicationId }, data: { scopeText: "承装三级" } }), async () => expect((await view()).scopeText).toBe("承装三级")],
      [() => db().case.update({ where: { id: applicationId }, data: { state: "submitted", submittedAt: new Date(), round: 1 } }), async () => expect((await view()).queuePlace).toBe(1)],
      [
        () => db().case.create({ data: { number: randomUUID(), officeCode: "NEEB", enterpriseId: actor.enterpriseId, kind: "licensing", state: "submitted", submittedAt: new Date(0), createdById: actor.accountId } }),
        async () => expect((await view()).queuePlace).toBe(2),
      ],
      [() => db().case.update({ where: { id: applicationId }, data: { state: "correction" } }), async () => expect((await view()).state).toBe("correction")],
      [
        () => db().remark.create({ data: { caseId: applicationId, round: 1, sectionKey: SECTION, place: "基本情况", level: "must", text: "请核对", authorId: actor.accountId, sentAt: new Date() } }),
        async () => expect((await view()).remarks).toHaveLength(1),
      ],
      [
        () => db().caseEvent.create({ data: { caseId: applicationId, action: "accept", fromState: "submitted", toState: "accepted", actorName: "", actorRole: "intake" } }),
        async () => expect((await record()).events).toHaveLength(1),
      ],
      [() => db().sectionAnswer.delete({ where: { applicationId_sectionKey: { applicationId, sectionKey: SECTION } } }), async () => expect((await view()).context.answers[SECTION]).toBeUndefined()],
    ];
    for (const [change, seen] of changes) {
      await record();
      await change();
      await seen();
    }
  });
});
