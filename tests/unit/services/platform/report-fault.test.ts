import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { answerRoute } from "@/lib/actions/answer-route";
import { maskLine, maskOutput } from "@/lib/services/platform/mask-line";
import { logAnchor, logEvent, reportFault } from "@/lib/services/platform/report-fault";
import { onRequestError } from "@/instrumentation";

let written = "";
beforeEach(() => {
  written = "";
  vi.spyOn(process.stdout, "write").mockImplementation((chunk) => {
    written += String(chunk);
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());

const personal = ["210102199003070011", "21010219900307001X", "210102900307001", "13912345678", "139-1234-5678", "赵建国", "zhao@example.cn", "沈阳新原电力工程有限公司"];
const everything = personal.join(" ");

/** 各种会带着填写内容的错误。 */
const faults: [string, unknown][] = [
  ["消息", new Error(everything)],
  ["消息有许多行，还装成栈的样子", new Error(`x\n    at ${everything} (form.ts:1:1)\n    at ${everything}`)],
  ["原因", new Error("outer", { cause: new Error(everything) })],
  ["种类与代码", Object.assign(new Error("x"), { name: everything, code: everything })],
  ["数据库的报错", Object.assign(new Error(`duplicate key: Key (mobile)=(${everything}) already exists.`), { code: "23505", detail: everything, table: "Account", parameters: personal })],
  ["Prisma 的报错", Object.assign(new Error(`Invalid invocation: ${everything}`), { name: "PrismaClientKnownRequestError", code: "P2002", meta: { target: personal } })],
  ["扔出来的是文字", everything],
  ["扔出来的是对象", { mobile: everything, code: everything, name: everything }],
  ["什么也没有", undefined],
];

describe("日志里没有个人信息", () => {
  it.each(faults)("P-1-05 %s", (_name, fault) => {
    const number = reportFault(fault);
    const line = JSON.parse(written) as Record<string, unknown>;
    expect(line).toMatchObject({ fault: number, level: 50 });
    for (const secret of personal) expect(written).not.toContain(secret);
  });

  it("种类、代码、栈的位置、原因的代码都在：够找到毛病", () => {
    reportFault(Object.assign(new TypeError("fetch failed", { cause: Object.assign(new Error("connect"), { code: "ECONNREFUSED" }) }), { code: "UND_ERR" }));
    expect(JSON.parse(written)).toMatchObject({ error: "TypeError", code: "UND_ERR", cause: "ECONNREFUSED", frames: expect.arrayContaining([expect.stringContaining("report-fault.test.ts")]) });
  });

  it("平常的事与链首照写，散列不被误认成号码", () => {
    logEvent("job.outbox", { sent: 3, milliseconds: 12 });
    logAnchor(`128-${"13912345678".repeat(5)}abcdef123`);
    expect(written).toContain('"sent":3');
    expect(written).toContain(`128-${"13912345678".repeat(5)}abcdef123`);
    expect(written).toMatch(/"time":"20\d\d-\d\d-\d\dT/);
  });

  it("框架自己写到屏幕上的，号码与邮箱也遮；别的一字不动", () => {
    maskOutput();
    maskOutput();
    process.stdout.write(`⨯ Error: ${everything} at 0192b1c2-13912345678-x\n`);
    expect(written).toBe("⨯ Error: [身份证号] [身份证号] [身份证号] [手机号] [手机号] 赵建国 [邮箱] 沈阳新原电力工程有限公司 at 0192b1c2-[手机号]-x\n");
    expect(maskLine('{"time":"2026-11-22T14:02:27.736Z","code":"P2002","n":12345678901234}')).toBe('{"time":"2026-11-22T14:02:27.736Z","code":"P2002","n":12345678901234}');
  });
});

describe("给人看的编号找得到日志那一行", () => {
  it("P-1-05 接口的意外：答复里的编号就是日志里的 fault", async () => {
    const response = await answerRoute(() => Promise.reject(new RangeError(everything)));
    const { message } = (await response.json()) as { message: string };
    const shown = /编号 (\w{6})$/.exec(message)?.[1];
    expect(JSON.parse(written)).toMatchObject({ fault: shown, error: "RangeError" });
  });

  it("页面的意外：屏幕上的 digest 就是日志里的 digest，带着路由", async () => {
    const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const error = Object.assign(new Error(everything), { digest: "1234567890" });
    await onRequestError(error, { path: `/applications/x?name=${everything}`, method: "GET", headers: {} }, { routerKind: "App Router", routePath: "/applications/[applicationId]", routeType: "render", renderSource: "react-server-components", revalidateReason: undefined });
    const line = String(said.mock.calls[0]?.[0]);
    expect(JSON.parse(line)).toMatchObject({ digest: "1234567890", route: "/applications/[applicationId]", method: "GET" });
    for (const secret of personal) expect(line).not.toContain(secret);
  });
});
