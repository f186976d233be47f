import { describe, expect, it } from "vitest";
import { freshDatabase } from "../database";
import { goodPassword, newMobile, register, signInAs, visitor } from "./fixtures";

await freshDatabase();
const { db } = await import("@/lib/data/client");
const { inviteColleague, InviteInput, listColleagues, revokeInvitation, setColleagueState } = await import("@/lib/services/accounts/colleagues");
const { acceptInvitation, getInvitation } = await import("@/lib/services/accounts/accept-invitation");
const { readSession } = await import("@/lib/services/accounts/read-session");

const owner = async () => signInAs((await register()).login);

async function tokenSentTo(mobile: string): Promise<string> {
  const message = await db().outboxMessage.findFirstOrThrow({ where: { recipient: mobile, template: "invitation" }, orderBy: { createdAt: "desc" } });
  return (message.params as { link: string }).link.split("/").at(-1) ?? "";
}

async function invite(actor: Awaited<ReturnType<typeof owner>>, roles: string[] = ["filler"]) {
  const mobile = newMobile();
  await inviteColleague(actor, InviteInput.parse({ displayName: "张强", mobile, roles }));
  return tokenSentTo(mobile);
}

const acceptance = (token: string, account: string) => ({ token, account, password: goodPassword, password2: goodPassword });

describe("邀请同事", () => {
  it("L-1-02 首个账号邀请填报人、提交人；对方设账号后即可登录，权限以邀请为准", async () => {
    const actor = await owner();
    const token = await invite(actor, ["submitter"]);
    expect(await getInvitation(token)).toMatchObject({ name: "张强", roles: ["提交人"] });
    await acceptInvitation(visitor(), acceptance(token, "zhang_qiang"));
    const colleague = await signInAs("zhang_qiang");
    expect(colleague).toMatchObject({ kind: "enterprise", roles: ["submitter"], enterpriseId: "enterpriseId" in actor ? actor.enterpriseId : "" });
    expect((await listColleagues(actor)).colleagues.map(({ login }) => login)).toContain("zhang_qiang");
  });

  it("L-1-02 一份邀请只成一个账号，同时接受也一样；登录账号重复时可改", async () => {
    const actor = await owner();
    const token = await invite(actor);
    const taken = await register();
    await expect(acceptInvitation(visitor(), acceptance(token, taken.login))).rejects.toMatchObject({ fields: { account: expect.any(String) } });
    const results = await Promise.allSettled(["accept_a", "accept_b", "accept_c"].map((login) => acceptInvitation(visitor(), acceptance(token, login))));
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    await expect(getInvitation(token)).rejects.toMatchObject({ code: "notFound" });
  });

  it("L-1-02 撤回、过期、乱造的邀请都打不开；库里没有链接的凭据", async () => {
    const actor = await owner();
    const [revoked, expired] = [await invite(actor), await invite(actor)];
    const { invitations } = await listColleagues(actor);
    const [newest, older] = invitations;
    await revokeInvitation(actor, older?.id ?? "");
    await db().invitation.update({ where: { id: newest?.id ?? "" }, data: { expiresAt: new Date(0) } });
    for (const token of [revoked, expired, "made-up"]) {
      await expect(getInvitation(token)).rejects.toMatchObject({ code: "notFound" });
      await expect(acceptInvitation(visitor(), acceptance(token, "intruder_1"))).rejects.toMatchObject({ code: "notFound" });
    }
    expect(JSON.stringify(await db().invitation.findMany())).not.toContain(revoked);
  });

  it("L-1-02 同一个号码只有一份未接受的邀请，同时发也一样；撤回、过期之后可以再发，别家的不算", async () => {
    const [actor, other] = [await owner(), await owner()];
    const input = InviteInput.parse({ displayName: "张强", mobile: newMobile(), roles: ["filler"] });
    const waiting = "这个手机号码已有未接受的邀请，请先撤回";
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => inviteColleague(actor, input)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results) if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "invalid", fields: { mobile: waiting } });
    expect((await listColleagues(actor)).invitations).toHaveLength(1);
    expect(await db().outboxMessage.count({ where: { recipient: input.mobile, template: "invitation" } })).toBe(1);
    await inviteColleague(other, input);
    await revokeInvitation(actor, (await listColleagues(actor)).invitations[0]?.id ?? "");
    await inviteColleague(actor, input);
    await db().invitation.updateMany({ where: { mobile: input.mobile }, data: { expiresAt: new Date(0) } });
    await expect(inviteColleague(actor, input)).resolves.toBeUndefined();
  });

  it("L-1-02 号码已是在用的同事的，说出来，不再邀请；停用之后可以", async () => {
    const actor = await owner();
    const input = InviteInput.parse({ displayName: "张强", mobile: newMobile(), roles: ["filler"] });
    await inviteColleague(actor, input);
    await acceptInvitation(visitor(), acceptance(await tokenSentTo(input.mobile), "filler_04"));
    await expect(inviteColleague(actor, input)).rejects.toMatchObject({ code: "invalid", fields: { mobile: "这个手机号码已是本企业同事的" } });
    await setColleagueState(actor, (await listColleagues(actor)).colleagues.find(({ login }) => login === "filler_04")?.id ?? "", "disabled");
    await expect(inviteColleague(actor, input)).resolves.toBeUndefined();
  });

  it("L-1-02 停用同事：登录立即结束、不能再登录；恢复后可以", async () => {
    const actor = await owner();
    await acceptInvitation(visitor(), acceptance(await invite(actor), "filler_01"));
    const colleague = await signInAs("filler_01");
    await setColleagueState(actor, colleague.accountId, "disabled");
    expect(await readSession(colleague.sessionId)).toBeUndefined();
    await expect(signInAs("filler_01")).rejects.toMatchObject({ code: "invalid" });
    await setColleagueState(actor, colleague.accountId, "active");
    expect(await readSession(colleague.sessionId)).toBeUndefined();
    await expect(signInAs("filler_01")).resolves.toBeTruthy();
  });

  it("L-1-02 只有企业管理员能邀请、撤回、停用，且只及本企业；管理员自己不能被停用", async () => {
    const [actor, other] = [await owner(), await owner()];
    await acceptInvitation(visitor(), acceptance(await invite(actor), "filler_02"));
    const filler = await signInAs("filler_02");
    const input = InviteInput.parse({ displayName: "李四", mobile: newMobile(), roles: ["filler"] });
    await expect(inviteColleague(filler, input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(setColleagueState(filler, filler.accountId, "disabled")).rejects.toMatchObject({ code: "forbidden" });
    await expect(setColleagueState(other, filler.accountId, "disabled")).rejects.toMatchObject({ code: "notFound" });
    await invite(actor);
    const { invitations } = await listColleagues(actor);
    await expect(revokeInvitation(other, invitations[0]?.id ?? "")).rejects.toMatchObject({ code: "notFound" });
    await expect(setColleagueState(actor, actor.accountId, "disabled")).rejects.toMatchObject({ code: "forbidden" });
    expect(InviteInput.safeParse({ ...input, roles: ["owner"] }).success).toBe(false);
  });
});
