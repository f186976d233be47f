import { NextRequest } from "next/server";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { Refusal } from "@/lib/access/refusal";
import { freshDatabase } from "../database";
import { goodPassword, newMobile, particularsOf, visitor } from "../accounts/fixtures";
import type { World } from "./world";

vi.mock("next/headers", () => ({ headers: async () => new Headers({ "x-client-address": "10.1.2.3" }), cookies: async () => ({ getAll: () => [] }) }));

await freshDatabase();
const { buildWorld, staffNamed } = await import("./world");
const { authOptions } = await import("@/lib/auth/options");
const { acceptInvitation } = await import("@/lib/services/accounts/accept-invitation");
const { registerEnterprise, RegisterInput } = await import("@/lib/services/accounts/register-enterprise");
const { listMessages } = await import("@/lib/services/communication/messages");
const { listEvaluations } = await import("@/lib/services/evaluation/list-evaluations");
const { findPublicLicence } = await import("@/lib/services/licences/find-public-licence");
const { getCertificate } = await import("@/lib/services/licences/certificate");
const { listLicences } = await import("@/lib/services/licences/list-licences");
const { listQueue } = await import("@/lib/services/review/list-queue");
const passwordHash = await import("@/lib/services/accounts/password-hash");

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});

/** 拒绝也是答复；意外的错误不是。 */
async function answered(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
    return "done";
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

const hostile = ["\u0000", "a\u0000b", "\ud800", "%", "_", "\\", "'; DROP TABLE \"Case\"; --", "../../etc/passwd", "constructor", "__proto__", "9".repeat(5_000), "٣", "\u202e编号"];
const asQuery = (value: unknown): string => value as string;

describe("T7 地址栏里写什么都答得上来", () => {
  it.each(hostile.map((text) => [JSON.stringify(text.slice(0, 20)), text]))("查验、证照、查找、翻页：%s", async (_shown, text) => {
    const intake = staffNamed(world, "intake");
    expect((await findPublicLicence(text)).state).toBe("notFound");
    await answered(() => getCertificate(world.owner, text, "正本"));
    await answered(() => listQueue(intake, { q: text, cut: text, business: text, holder: text, dueFrom: text, mark: text }, text));
    await answered(() => listLicences(intake, { q: text, after: text }));
    await answered(() => listQueue(intake, { stage: "intake" }, text));
    await answered(() => listMessages(world.owner, text));
    await answered(() => listEvaluations(staffNamed(world, "evaluationOfficer"), text));
  });

  it("同一个参数写了两遍（成了数组），超出历法的日子，也都答得上来", async () => {
    const twice = asQuery(["a", "b"]);
    const asked = [
      () => listMessages(world.owner, twice),
      () => listEvaluations(staffNamed(world, "evaluationOfficer"), twice),
      () => listQueue(staffNamed(world, "intake"), { stage: "intake" }, twice),
      () => listEvaluations(staffNamed(world, "evaluationOfficer"), "-271821-04-20T00:00:00Z"),
      () => listLicences(staffNamed(world, "intake"), { q: twice }),
      () => listQueue(staffNamed(world, "intake"), { q: twice, level: twice, dueTo: twice }),
    ];
    for (const ask of asked) expect(await answered(ask)).toMatch(/^(done|invalid|notFound)$/);
  });

  it.each(["%", "_", "%%%", "沈%第"])("查找里的 %s 是字面的，不是通配符", async (text) => {
    expect((await listLicences(staffNamed(world, "intake"), { q: text })).rows).toEqual([]);
    expect((await listQueue(staffNamed(world, "intake"), { q: text })).rows).toEqual([]);
  });

  it.each(["\u0000admin", "\ud800", "' OR 1=1 --"])("登录账号写成 %j：一句话的拒绝，不是出错", async (login) => {
    const [provider] = authOptions.providers as unknown as { options: { authorize: (given: unknown) => Promise<unknown> } }[];
    const refusal = await provider?.options.authorize({ audience: "staff", login, password: "x" }).catch((error: Error) => error.message);
    expect(refusal).not.toContain("编号");
  });
});

describe("T13 不登录也能要的，花不掉服务器", () => {
  it("假的邀请链接在算密码散列之前就被拒绝", async () => {
    const hash = vi.spyOn(passwordHash, "hashPassword");
    expect(await answered(() => acceptInvitation(visitor(), { token: "forged", account: "someone_2", password: goodPassword, password2: "different" }))).toBe("notFound");
    expect(hash).not.toHaveBeenCalled();
  });

  it("L-3.1-03 从一个来源一遍遍试哪些账号、代码注册过，会被限次", async () => {
    const actor = visitor();
    const attempt = () => answered(() => registerEnterprise(actor, RegisterInput.parse({ particulars: particularsOf({ contactMobile: newMobile() }), account: "someone_3", password: goodPassword, password2: goodPassword, verifyCode: "000000", parentId: null })));
    const outcomes: string[] = [];
    for (let n = 0; n < 62; n += 1) outcomes.push(await attempt());
    expect(outcomes.slice(0, 5)).toEqual(["invalid", "invalid", "invalid", "invalid", "invalid"]);
    expect(outcomes.at(-1)).toBe("tooMany");
  });
});

describe("T9 登录与上传的入口", () => {
  const context = { params: Promise.resolve({ nextauth: ["callback", "credentials"] }) };
  const knock = (post: (request: never, context: never) => Promise<Response>, headers: Record<string, string>) =>
    post(new NextRequest("http://localhost:3000/api/x", { method: "POST", headers }) as never, context as never).then(({ status }) => status);
  const own = { origin: "http://localhost:3000", host: "localhost:3000" };

  it.each([["登录", () => import("@/app/api/auth/[...nextauth]/route")], ["上传", () => import("@/app/api/upload/route")]] as const)("%s：外站来的、没有来源的、大得不像话的、不说多大的，都不读", async (_name, load) => {
    const { POST } = await load();
    expect(await knock(POST, { ...own, origin: "http://evil.test" })).toBe(403);
    expect(await knock(POST, { ...own, origin: "null" })).toBe(403);
    expect(await knock(POST, { host: "localhost:3000" })).toBe(403);
    expect(await knock(POST, { ...own, "content-length": "900000000" })).toBe(422);
    expect(await knock(POST, { ...own, "transfer-encoding": "chunked" })).toBe(422);
  });
});
