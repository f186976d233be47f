import { beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { Refusal } from "@/lib/access/refusal";
import type * as Reporting from "@/lib/services/platform/report-fault";

let sent: Record<string, string>;
vi.mock("next/headers", () => ({ headers: async () => ({ get: (name: string) => sent[name] ?? null }) }));
vi.mock("@/lib/auth/current-actor", () => ({ currentActor: async () => ({ kind: "public", address: "10.0.0.1" }), currentSession: async () => ({ actor: { accountId: "account-1" } }) }));
const logged = vi.fn();
vi.mock("@/lib/services/platform/report-fault", async (original) => ({ ...(await original<typeof Reporting>()), reportFault: () => "7F3A21", logRefused: logged }));
const { defineAction } = await import("@/lib/actions/define-action");
const { isOwnOrigin } = await import("@/lib/auth/origin");

const Input = z.object({ name: z.string().min(2, "请至少输入两个字"), more: z.object({ on: z.iso.date("请输入日期") }).optional() });
const run = vi.fn(async (_actor: unknown, input: z.output<typeof Input>) => input.name);
const action = defineAction(Input, run);

beforeEach(() => {
  logged.mockReset();
  run.mockReset().mockImplementation(async (_actor, input) => input.name);
  sent = { origin: "http://portal.test", host: "portal.test" };
});

describe("来源", () => {
  const own = (headers: Record<string, string>) => isOwnOrigin({ get: (name) => headers[name] ?? null });
  it.each([
    [{}, false],
    [{ origin: "null", host: "portal.test" }, false],
    [{ origin: "http://evil.test", host: "portal.test" }, false],
    [{ origin: "http://portal.test.evil.test", host: "portal.test" }, false],
    [{ origin: "file://portal.test", host: "portal.test" }, false],
    [{ origin: "not a url", host: "portal.test" }, false],
    [{ origin: "http://portal.test", host: "portal.test" }, true],
    [{ origin: "https://portal.test", host: "10.0.0.2:3000", "x-forwarded-host": "portal.test" }, true],
  ])("%j → %s", (headers, expected) => expect(own(headers as Record<string, string>)).toBe(expected));

  it("P-1-01 外站来的请求不执行", async () => {
    for (const origin of ["", "null", "http://evil.test"]) {
      sent = { origin, host: "portal.test" };
      expect(await action({ name: "甲乙" })).toMatchObject({ ok: false, code: "forbidden" });
    }
    expect(run).not.toHaveBeenCalled();
  });
});

describe("动作", () => {
  it("P-1-01 形状不对时说清是哪一项，不执行", async () => {
    expect(await action({ name: "甲", more: { on: "明天" } })).toMatchObject({ ok: false, code: "invalid", message: "请至少输入两个字", fields: { name: "请至少输入两个字", more: "请输入日期" } });
    expect(run).not.toHaveBeenCalled();
  });

  it("L-1-03 太长的说最多几个字、现有几个；没有说几个字的照原话", async () => {
    const bounded = defineAction(z.object({ text: z.string().trim().max(5, "意见最多 5 个字"), phone: z.string().max(5, "请输入正确的手机号码"), posts: z.array(z.string()).max(1, "最多选 1 个") }), async () => undefined);
    const fields = { text: "意见最多 5 个字，现有 7 个", phone: "请输入正确的手机号码", posts: "最多选 1 个" };
    expect(await bounded({ text: ` ${"长".repeat(7)} `, phone: "123456", posts: ["甲", "乙"] })).toMatchObject({ ok: false, message: fields.text, fields });
  });

  it("P-1-01 声明没有写中文提示的形状错误也说中文，不露出开发用的英文", async () => {
    expect(await action({ name: 7 } as never)).toMatchObject({ ok: false, code: "invalid", message: "提交的内容格式不正确", fields: { name: "提交的内容格式不正确" } });
  });

  it.each([["NUL", { name: "甲乙\u0000" }], ["落单的代理项", { name: "甲乙\ud800" }], ["十万层", { name: "甲乙", more: Array.from({ length: 100_000 }).reduce<unknown>((inner) => [inner], 1) }]])("P-1-01 %s：存不下、读不完的内容不执行，也不出错", async (_name, raw) => {
    expect(await action(raw as never)).toMatchObject({ ok: false, code: "invalid" });
    expect(run).not.toHaveBeenCalled();
  });

  it("P-1-01 拒绝变成可读的答复，逐字段的提示也在", async () => {
    run.mockRejectedValue(new Refusal("conflict", "请刷新", { fields: { name: "已被使用" } }));
    expect(await action({ name: "甲乙" })).toEqual({ ok: false, code: "conflict", message: "请刷新", issues: [], fields: { name: "已被使用" } });
  });

  it("P-1-05 没有权限、来源与形状不对的各记一行：谁、哪一页、哪个动作；平常填错的不记，送来的内容不记", async () => {
    sent = { ...sent, "x-request-path": "/admin/queue?q=13912345678", "next-action": "40ab" };
    run.mockRejectedValueOnce(new Refusal("invalid", "请输入")).mockRejectedValueOnce(new Refusal("forbidden", "没有权限"));
    await action({ name: "甲乙" });
    expect(logged).not.toHaveBeenCalled();
    await action({ name: "甲乙" });
    await action({ name: 7 } as never);
    sent = { ...sent, origin: "http://evil.test" };
    await action({ name: "甲乙" });
    const from = { account: "account-1", path: "/admin/queue", action: "40ab" };
    expect(logged.mock.calls).toEqual([[{ code: "forbidden", ...from }], [{ code: "shape", ...from }], [{ code: "origin", ...from }]]);
  });

  it("P-1-01 意外错误只给编号，不给内情", async () => {
    run.mockRejectedValue(new Error("connect ECONNREFUSED 10.1.1.1"));
    const answer = await action({ name: "甲乙" });
    expect(answer).toMatchObject({ ok: false, code: "unexpected", message: expect.stringContaining("7F3A21") });
    expect(JSON.stringify(answer)).not.toContain("ECONNREFUSED");
  });

  it("P-1-01 转向原样放行；成功时带回结果", async () => {
    run.mockRejectedValue(Object.assign(new Error("NEXT_REDIRECT"), { digest: "NEXT_REDIRECT;replace;/home;307;" }));
    await expect(action({ name: "甲乙" })).rejects.toThrow("NEXT_REDIRECT");
    run.mockResolvedValue("好");
    expect(await action({ name: "甲乙" })).toEqual({ ok: true, value: "好" });
  });
});
