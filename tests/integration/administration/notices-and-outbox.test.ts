import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { codeSentTo, newMobile, newStaff, register, signInAs, visitor } from "../accounts/fixtures";
import { freshDatabase } from "../database";

await freshDatabase();
const { db } = await import("@/lib/data/client");
const { getNotice, listNotices } = await import("@/lib/services/communication/notices");
const { getNoticeToManage, listNoticesToManage, pinNotice, removeNoticeDraft, saveNotice, SaveNoticeInput, withdrawNotice, WithdrawNoticeInput } = await import("@/lib/services/communication/manage-notices");
const { listOutboxMessages } = await import("@/lib/services/outbox/read-outbox");
const { deliverOutbox } = await import("@/lib/services/outbox/deliver-outbox");
const { resendMessage } = await import("@/lib/services/outbox/resend-message");
const { today } = await import("@/lib/services/platform/clock");
const { addDays } = await import("@/lib/workflow/iso-date");

let [administrator, northeast, east]: Actor[] = [];
const noActor = (): never => {
  throw new Error("nobody has signed in");
};
const me = (): Actor => administrator ?? noActor();

beforeAll(async () => {
  administrator = await signInAs(await newStaff(["administrator"]), undefined, "staff");
  northeast = await signInAs((await register()).login);
  east = await signInAs((await register({ region: "上海市/上海市/黄浦区" })).login);
});

const save = (change: object = {}) =>
  saveNotice(me(), SaveNoticeInput.parse({ id: null, revision: 0, title: "关于放假的通知", body: "放假三天。", audience: "public", officeCode: "", pinned: false, publishOn: "", publish: true, ...change }));
const sees = async (actor: Actor, id: string): Promise<boolean> => {
  const listed = (await listNotices(actor, { take: 100 })).rows.some((row) => row.id === id);
  const opened = await getNotice(actor, id).then(() => true, () => false);
  expect(opened).toBe(listed);
  return listed;
};
/** 公众、东北的企业、华东的企业各看不看得到。 */
const seenBy = async (id: string) => Promise.all([visitor(), northeast ?? noActor(), east ?? noActor()].map((actor) => sees(actor, id)));

describe("通知公告", () => {
  it("issue 5 给公众的人人看得到；给企业的公众看不到；给一个机构的只有它管辖的企业看得到", async () => {
    expect(await seenBy((await save()).id)).toEqual([true, true, true]);
    expect(await seenBy((await save({ audience: "enterprises" })).id)).toEqual([false, true, true]);
    expect(await seenBy((await save({ audience: "enterprises", officeCode: "NEEB" })).id)).toEqual([false, true, false]);
  });

  it("issue 5 草稿、定在以后的、撤下的都看不到；到了日子就看得到", async () => {
    const draft = await save({ publish: false });
    const later = await save({ publishOn: addDays(await today(), 3) });
    expect(await seenBy(draft.id)).toEqual([false, false, false]);
    expect(await seenBy(later.id)).toEqual([false, false, false]);
    expect(await getNoticeToManage(me(), later.id)).toMatchObject({ scheduled: true, stateWord: "待公布" });
    await db().notice.update({ where: { id: later.id }, data: { publishedAt: new Date(Date.now() - 60_000) } });
    expect(await seenBy(later.id)).toEqual([true, true, true]);
    await withdrawNotice(me(), { id: later.id, revision: 1, reason: "时间有误" });
    expect(await seenBy(later.id)).toEqual([false, false, false]);
    expect(await getNoticeToManage(me(), later.id)).toMatchObject({ state: "withdrawn", withdrawReason: "时间有误" });
  });

  it("issue 5 草稿可以改、可以删；公布过的不能再改；两人同时改，后一个得知；置顶的在前；每步都有审计", async () => {
    const { id } = await save({ publish: false, title: "第一稿" });
    await save({ id, revision: 1, publish: false, title: "第二稿" });
    await expect(save({ id, revision: 1, publish: false, title: "另一人的第二稿" })).rejects.toMatchObject({ code: "conflict" });
    await save({ id, revision: 2, publish: true, title: "定稿" });
    await expect(save({ id, revision: 3, publish: true, title: "公布后再改" })).rejects.toMatchObject({ code: "conflict" });
    await expect(removeNoticeDraft(me(), { id })).rejects.toMatchObject({ code: "conflict" });
    await save();
    await pinNotice(me(), { id, revision: 3, pinned: true });
    expect((await listNotices(visitor())).rows[0]).toMatchObject({ id, title: "定稿", pinned: true });
    const other = await save({ publish: false });
    await removeNoticeDraft(me(), { id: other.id });
    expect(await db().notice.findUnique({ where: { id: other.id } })).toBeNull();
    const audits = await db().auditEntry.findMany({ where: { subjectId: id }, orderBy: { at: "asc" } });
    expect(audits.map(({ action }) => action)).toEqual(["notice.create", "notice.edit", "notice.publish", "notice.edit"]);
    expect((await listNoticesToManage(me(), { state: "draft" })).rows.every(({ state }) => state === "draft")).toBe(true);
  });

  it("issue 5 过去的日期、没有标题、没有的机构都不收", async () => {
    await expect(save({ publishOn: addDays(await today(), -1) })).rejects.toMatchObject({ fields: { publishOn: expect.any(String) } });
    await expect(save({ audience: "enterprises", officeCode: "NOWHERE" })).rejects.toMatchObject({ fields: { officeCode: expect.any(String) } });
    expect(SaveNoticeInput.safeParse({ id: null, revision: 0, title: " ", body: "正文", audience: "public", officeCode: "", pinned: false, publishOn: "", publish: true }).success).toBe(false);
  });

  it("issue 5 正文一个字也是正文，没有字才说没有填", () => {
    const judge = (body: string) => SaveNoticeInput.safeParse({ id: null, revision: 0, title: "标题", body, audience: "public", officeCode: "", pinned: false, publishOn: "", publish: false });
    expect(judge("无").success).toBe(true);
    expect(judge(" ").error?.issues[0]?.message).toBe("请填写正文");
  });

  it("issue 5 标题、撤下的理由没有字的说没有填，只有一个字的说至少几个字", () => {
    const draft = { id: null, revision: 0, body: "正文", audience: "public", officeCode: "", pinned: false, publishOn: "", publish: false };
    const titled = (title: string) => SaveNoticeInput.safeParse({ ...draft, title }).error?.issues.map(({ message }) => message);
    const because = (reason: string) => WithdrawNoticeInput.safeParse({ id: "019b0000-0000-7000-8000-000000000001", revision: 1, reason }).error?.issues.map(({ message }) => message);
    expect([titled(" "), titled(" 甲 "), titled("甲乙")]).toEqual([["请填写标题"], ["标题至少 2 个字"], undefined]);
    expect([because(""), because("误"), because("有误")]).toEqual([["请填写理由"], ["理由至少 2 个字"], undefined]);
  });
});

describe("短信发件箱", () => {
  const failed = async (change: object = {}) =>
    (await db().outboxMessage.create({ data: { channel: "sms", recipient: newMobile(), template: "notice.correction", body: "请补正", state: "failed", attempts: 5, lastError: "服务商没有答复", ...change } })).id;

  it("issue 5 重发没发成的：同时点十次只放回一次，随后发出；记入审计", async () => {
    const id = await failed();
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => resendMessage(me(), { id })));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results) if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "conflict", message: expect.not.stringContaining("发送失败") });
    // 别的请求还锁着这一行时跳过，由定时的任务发出
    await deliverOutbox();
    await expect.poll(async () => (await db().outboxMessage.findUniqueOrThrow({ where: { id } })).state).toBe("kept");
    expect(await db().outboxMessage.findUniqueOrThrow({ where: { id } })).toMatchObject({ resends: 1, attempts: 1, lastError: null });
    expect(await db().auditEntry.count({ where: { subjectId: id, action: "outbox.resend" } })).toBe(1);
  });

  it("issue 5 验证码失效了不重发；已发送的不用重发", async () => {
    await expect(resendMessage(me(), { id: await failed({ template: "verification" }) })).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("重新获取") });
    await expect(resendMessage(me(), { id: await failed({ state: "delivered" }) })).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("已发送") });
  });

  it("issue 5 按状态、按后四位查，翻页不重不漏，号码遮盖", async () => {
    const recipient = newMobile();
    const ids = [];
    for (let i = 0; i < 53; i += 1) ids.push(await failed({ recipient }));
    const tail = recipient.slice(-4);
    const first = await listOutboxMessages(me(), { state: "failed", tail });
    const second = await listOutboxMessages(me(), { state: "failed", tail, ...(first.next ? { after: first.next } : {}) });
    expect(first.rows).toHaveLength(50);
    expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(ids.toReversed());
    expect(first.rows.every((row) => row.recipient.includes("*") && row.resendable)).toBe(true);
    expect(first.waiting.failed).toBeGreaterThanOrEqual(53);
    // 全角的照样认；不足四位的说出来，不列短信
    const wide = tail.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    expect(await listOutboxMessages(me(), { state: "failed", tail: wide })).toMatchObject({ tail, misread: {}, rows: first.rows });
    expect(await listOutboxMessages(me(), { state: "failed", tail: "12" })).toMatchObject({ tail: "", misread: { tail: { typed: "12", message: expect.stringContaining("后四位数字") } }, rows: [] });
    expect((await listOutboxMessages(me(), { state: "kept", tail })).rows.every(({ state }) => state === "kept")).toBe(true);
    expect(await codeSentTo((await register()).mobile)).toMatch(/^\d{6}$/);
  });
});
