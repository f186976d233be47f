import { describe, expect, it } from "vitest";
import type { EnterpriseActor, SignedInActor } from "@/lib/access/actor";
import { lockedParticulars, readOnlyParticulars } from "@/lib/enterprise/particulars";
import { freshDatabase } from "../database";
import { newStaff, newUscc, register, signInAs, visitor } from "./fixtures";

await freshDatabase();
const { db } = await import("@/lib/data/client");
const { getProfile, ProfileInput, saveProfile } = await import("@/lib/services/enterprises/profile");

async function owner(): Promise<SignedInActor> {
  return signInAs((await register()).login);
}

const withRoles = (actor: SignedInActor, roles: EnterpriseActor["roles"]): EnterpriseActor => ({ ...(actor as EnterpriseActor), roles });

describe("企业信息修改", () => {
  it("L-2-02 L-3.1-11 L-3.3-02 注册的信息原样可见，【保存】后即为新值", async () => {
    const actor = await owner();
    const profile = await getProfile(actor);
    expect(profile.facts).toMatchObject({ legalRep: "王磊", domicile: "沈阳市和平区南京街1号", region: "辽宁省/沈阳市/和平区" });
    const saved = await saveProfile(actor, ProfileInput.parse({ revision: profile.revision, particulars: { ...profile.facts, mailingAddress: "沈阳市浑南区新秀街2号", postalCode: "１１０１８０" }, parentId: null }));
    expect(saved.revision).toBe(profile.revision + 1);
    expect((await getProfile(actor)).facts).toMatchObject({ mailingAddress: "沈阳市浑南区新秀街2号", postalCode: "110180", legalRep: "王磊" });
  });

  it.each([
    ["L-3.3-04", "enterpriseType", "institution"],
    ["L-3.3-05", "unitName", "沈阳伪造电力有限公司"],
    ["L-3.3-06", "legalRep", "伪造人"],
    ["L-3.3-07", "domicile", "大连市中山区"],
  ])("%s L-3.3-12 服务器拒绝伪造的修改：%s", async (_id, key, value) => {
    const actor = await owner();
    const { facts, revision } = await getProfile(actor);
    const forged = saveProfile(actor, ProfileInput.parse({ revision, particulars: { ...facts, [key]: value, contact: "新联系人" }, parentId: null }));
    await expect(forged).rejects.toMatchObject({ code: "forbidden", message: expect.stringContaining("登记事项变更"), fields: { [key]: expect.any(String) } });
    expect((await getProfile(actor)).facts).toEqual(facts);
  });

  it("L-3.3-08 L-3.3-12 锁定的正是这四项，连同法定代表人证件与代码；省略它们不算修改", async () => {
    expect([...lockedParticulars].sort()).toEqual(["domicile", "enterpriseType", "legalRep", "unitName"]);
    const actor = await owner();
    const { facts, revision } = await getProfile(actor);
    const open = Object.fromEntries(Object.entries(facts).filter(([key]) => !readOnlyParticulars.includes(key)));
    await saveProfile(actor, ProfileInput.parse({ revision, particulars: { ...open, contact: "赵敏" }, parentId: null }));
    expect((await getProfile(actor)).facts).toEqual({ ...facts, contact: "赵敏" });
    await expect(saveProfile(actor, ProfileInput.parse({ revision: revision + 1, particulars: { uscc: newUscc() }, parentId: null }))).rejects.toMatchObject({ code: "forbidden" });
  });

  it("L-3.3-02 填错的逐项说明；两人同时修改，后一个不覆盖前一个", async () => {
    const actor = await owner();
    const { facts, revision } = await getProfile(actor);
    const wrong = { ...facts, contactMobile: "123", registrationAuthority: "" };
    await expect(saveProfile(actor, ProfileInput.parse({ revision, particulars: wrong, parentId: null }))).rejects.toMatchObject({ fields: { contactMobile: expect.any(String), registrationAuthority: expect.any(String) } });
    const save = (contact: string) => saveProfile(actor, ProfileInput.parse({ revision, particulars: { contact }, parentId: null }));
    const results = await Promise.allSettled([save("甲"), save("乙"), save("丙")]);
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    for (const result of results) if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "conflict" });
  });

  it("L-3.3-09 选取上级企业后保存；不是机构、本企业自己不收", async () => {
    const actor = await owner();
    const parent = await db().enterprise.create({ data: { name: "国网沈阳供电公司", uscc: newUscc(), officeCode: "NEEB", particulars: {}, isInstitution: true } });
    const { revision } = await getProfile(actor);
    await saveProfile(actor, ProfileInput.parse({ revision, particulars: {}, parentId: parent.id }));
    expect((await getProfile(actor)).parent).toEqual({ id: parent.id, name: parent.name });
    const { enterpriseId } = actor as EnterpriseActor;
    await expect(saveProfile(actor, ProfileInput.parse({ revision: revision + 1, particulars: {}, parentId: enterpriseId }))).rejects.toMatchObject({ fields: { parentOrg: expect.any(String) } });
  });

  it("L-3.3-02 换到别的派出机构的辖区：有在办的案件时不能，说明是哪一件、怎么办；办结后可以；同一机构内随时可以", async () => {
    const actor = await owner();
    const { enterpriseId, accountId } = actor as EnterpriseActor;
    const move = async (region: string) => saveProfile(actor, ProfileInput.parse({ revision: (await getProfile(actor)).revision, particulars: { region }, parentId: null }));
    const { id } = await db().case.create({
      data: {
        number: "NEEB-2026-000777", kind: "licensing", officeCode: "NEEB", enterpriseId, state: "draft", openKey: enterpriseId, createdById: accountId,
        application: { create: { business: "new-licence", definitionVersion: 1, procedure: "standard" } },
      },
    });
    await expect(move("北京市/北京市/西城区")).rejects.toMatchObject({ code: "conflict", fields: { region: expect.stringMatching(/许可证新申请（NEEB-2026-000777）还是草稿，请先废弃/) } });
    await db().case.update({ where: { id }, data: { state: "underReview" } });
    await expect(move("北京市/北京市/西城区")).rejects.toMatchObject({ code: "conflict", message: expect.stringMatching(/（NEEB-2026-000777）正在.+办理，请等它办结/) });
    expect(await db().enterprise.findUniqueOrThrow({ where: { id: enterpriseId } })).toMatchObject({ officeCode: "NEEB" });
    await move("辽宁省/大连市/中山区");
    await db().case.update({ where: { id }, data: { state: "granted", openKey: null } });
    await move("北京市/北京市/西城区");
    expect((await db().enterprise.findUniqueOrThrow({ where: { id: enterpriseId } })).officeCode).not.toBe("NEEB");
  });

  it("填报人、提交人只读；内网人员、公众不能进入", async () => {
    const actor = await owner();
    const filler = withRoles(actor, ["filler", "submitter"]);
    expect((await getProfile(filler)).editable).toBe(false);
    await expect(saveProfile(filler, ProfileInput.parse({ revision: 1, particulars: {}, parentId: null }))).rejects.toMatchObject({ code: "forbidden" });
    await expect(getProfile(await signInAs(await newStaff(["examiner"]), undefined, "staff"))).rejects.toMatchObject({ code: "forbidden" });
    await expect(getProfile(visitor())).rejects.toMatchObject({ code: "unauthenticated" });
  });
});
