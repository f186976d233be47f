import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { SignedInActor } from "@/lib/access/actor";
import { freshDatabase } from "../database";
import { goodPassword, newStaff, register, signInAs } from "./fixtures";

const request = { path: "/home", sessionId: "", audience: "enterprise" };
vi.mock("next/headers", () => ({ headers: async () => new Headers({ "x-request-path": request.path, origin: "http://localhost:3000" }), cookies: async () => ({ getAll: () => [] }) }));
vi.mock("next-auth/jwt", () => ({ getToken: async () => ({ sessionId: request.sessionId, audience: request.audience }) }));
vi.mock("next/cache", () => ({ refresh: () => undefined }));
vi.mock("next/navigation", () => ({
  redirect: (target: string) => {
    throw Object.assign(new Error(`NEXT_REDIRECT ${target}`), { digest: "NEXT_REDIRECT" });
  },
}));

await freshDatabase();
const { db } = await import("@/lib/data/client");
const { actorBeforePassword, currentActor, requireEnterpriseActor, requireStaffActor } = await import("@/lib/auth/current-actor");
const { saveProfileAction } = await import("@/app/(enterprise)/profile/actions");
const { changePasswordAction } = await import("@/lib/actions/session-actions");
const { extendSessionAction } = await import("@/lib/actions/session-actions");

const days = (count: number): Date => new Date(Date.now() - count * 86_400_000);

async function enter(audience: "enterprise" | "staff", age: number, more: object = {}): Promise<SignedInActor> {
  const login = audience === "staff" ? await newStaff(["intake"]) : (await register()).login;
  const actor = await signInAs(login, goodPassword, audience);
  await db().account.update({ where: { login }, data: { passwordChangedAt: days(age), ...more } });
  Object.assign(request, { sessionId: actor.sessionId, audience, path: audience === "staff" ? "/admin/queue/intake" : "/home" });
  return actor;
}

beforeEach(() => db().setting.deleteMany());

describe("密码用满九十天（决定二十六）", () => {
  it.each(["/home", "/applications", "/applications/1/sections/technicians", "/profile", "/profile/passwords"])("P-1-04 企业打开 %s：先去修改密码", async (place) => {
    await enter("enterprise", 90);
    request.path = place;
    await expect(requireEnterpriseActor()).rejects.toThrow("NEXT_REDIRECT /profile/password");
  });

  it("P-1-04 内网也一样；修改密码那一页打得开", async () => {
    await enter("staff", 90);
    await expect(requireStaffActor()).rejects.toThrow("NEXT_REDIRECT /admin/password");
    request.path = "/admin/password?x=1";
    await expect(requireStaffActor()).resolves.toMatchObject({ kind: "staff" });
  });

  it("P-1-04 动作与下载一律不办，说清为什么；顺延、改密码照办，改了就都办得了", async () => {
    const actor = await enter("enterprise", 120);
    const profile = { revision: 1, particulars: {}, parentId: null };
    await expect(currentActor()).rejects.toMatchObject({ code: "forbidden", message: expect.stringContaining("90 天") });
    expect(await saveProfileAction(profile)).toMatchObject({ ok: false, code: "forbidden", message: expect.stringContaining("先修改密码") });
    expect(await extendSessionAction({})).toMatchObject({ ok: true });
    expect(await actorBeforePassword()).toEqual({ ...actor, address: "unknown" });
    expect(await changePasswordAction({ current: goodPassword, password: "Another-2026", password2: "Another-2026" })).toMatchObject({ ok: true });
    await expect(currentActor()).resolves.toEqual({ ...actor, address: "unknown" });
    await expect(requireEnterpriseActor()).resolves.toEqual({ ...actor, address: "unknown" });
    expect(await saveProfileAction(profile)).toMatchObject({ ok: true });
  });

  it("八十九天、不强制更换的策略都不拦；一次性密码哪套策略都拦", async () => {
    await enter("enterprise", 89);
    await expect(requireEnterpriseActor()).resolves.toBeTruthy();
    await db().setting.create({ data: { key: "passwordProfile", value: "asvs" } });
    await enter("enterprise", 900);
    await expect(requireEnterpriseActor()).resolves.toBeTruthy();
    await enter("enterprise", 0, { passwordTemporary: true });
    await expect(requireEnterpriseActor()).rejects.toThrow("/profile/password");
    await expect(currentActor()).rejects.toMatchObject({ message: expect.stringContaining("一次性密码") });
  });

  it("每个企业页、内网页都经过这道门；不经过的只有这几处", () => {
    const files = ["app", "lib/actions"].flatMap((top) => readdirSync(top, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name)));
    const pages = files.filter((file) => /^app\/(\(enterprise\)|admin\/\(desk\))\/.*page\.tsx$/.test(file));
    const text = (file: string): string => readFileSync(file, "utf8");
    expect(pages.length).toBeGreaterThan(15);
    expect(pages.filter((file) => !/requireEnterpriseActor|requireStaffActor|openApplication/.test(text(file)))).toEqual([]);
    const exempt = files.filter((file) => text(file).includes("actorBeforePassword")).sort();
    expect(exempt.filter((file) => !file.startsWith("app/(public)/"))).toEqual(["app/admin/login/page.tsx", "lib/actions/session-actions.ts"]);
    expect(text("lib/actions/session-actions.ts").match(/whoActs/g)).toHaveLength(2);
  });
});
