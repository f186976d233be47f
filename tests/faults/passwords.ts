import { db } from "@/lib/data/client";
import { hashPassword } from "@/lib/services/accounts/password-hash";
import { cookieFor } from "../bench/app";
import { staffAccount } from "./cases";
import type { Fault } from "./fault";
import { worldBehindServer } from "./requests";
import { send } from "./visitor";

const PASSWORD = "Zhengque@2026";

/** Hands the sign-in form in as the browser does, through next-auth; what the person is told, or their new cookie. */
export async function signIn(origin: string, login: string, password: string, audience: "enterprise" | "staff" = "enterprise"): Promise<{ said: string; cookie?: string; milliseconds: number }> {
  const page = await send(`${origin}/api/auth/csrf`);
  const { csrfToken } = JSON.parse(page.text) as { csrfToken: string };
  const jar = [page.headers["set-cookie"] ?? []].flat().map((cookie) => cookie.split(";")[0]).join("; ");
  const body = new URLSearchParams({ login, password, audience, csrfToken, json: "true", callbackUrl: origin }).toString();
  const began = performance.now();
  const reply = await send(`${origin}/api/auth/callback/credentials`, { method: "POST", body, cookie: jar, headers: { "content-type": "application/x-www-form-urlencoded", origin } });
  const milliseconds = performance.now() - began;
  const given = [reply.headers["set-cookie"] ?? []].flat().find((cookie) => cookie.includes("session-token="))?.split(";")[0];
  const error = new URL((JSON.parse(reply.text) as { url: string }).url).searchParams.get("error") ?? "";
  return { said: /"message":"([^"]*)"/.exec(error)?.[1] ?? error, milliseconds, ...(given ? { cookie: given } : {}) };
}

const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** T13: guessing, and what happens to the sessions of an account that is disabled. */
export const guessing: Fault = {
  id: "T13", what: "猜密码；停用账号之后的会话", target: "五次即锁；账号在不在说的一样、用时相近；停用后会话全部结束",
  async run(scale) {
    const { server: { origin } } = await worldBehindServer();
    const { officeCode } = await staffAccount("intake");
    const people = await Promise.all(Array.from({ length: scale.of(2, 10) }, async (_, n) => db().account.create({ data: { login: `guessed_${n}`, audience: "staff", displayName: "被猜", passwordHash: await hashPassword(PASSWORD), roles: ["intake"], officeCode } })));
    const [known, unknown, faults] = [[] as number[], [] as number[], [] as string[]];
    for (const [index, { login }] of people.entries()) {
      for (let turn = 0; turn < 5; turn += 1) {
        const [real, none] = [await signIn(origin, login, `Cuowu@${turn}`, "staff"), await signIn(origin, `nobody_${index}`, `Cuowu@${turn}`, "staff")];
        if (real.said !== none.said) faults.push(`说的不一样：${real.said} / ${none.said}`);
        known.push(real.milliseconds);
        unknown.push(none.milliseconds);
      }
      const sixth = await signIn(origin, login, PASSWORD, "staff");
      if (sixth.cookie || !sixth.said.includes("锁定")) faults.push(`第六次：${sixth.said}`);
    }
    const left = await sessionsAfterDisabling(origin);
    const ratio = Math.round((middle(known) / middle(unknown)) * 100) / 100;
    const alike = !scale.full || (ratio > 0.7 && ratio < 1.4);
    if (faults.length > 0) console.error(faults);
    return { figure: `${people.length} 个账号，不对 ${faults.length}；在与不在用时之比 ${ratio}；停用后还进得去 ${left} 次`, pass: faults.length === 0 && left === 0 && alike, detail: { accounts: people.length, faults: faults.length, ratio, left } };
  },
};

/** How many of three open sessions still get in after the account was disabled. */
async function sessionsAfterDisabling(origin: string): Promise<number> {
  const { id } = await db().account.create({ data: { login: "disabled_soon", audience: "staff", displayName: "将停用", passwordHash: "none", roles: ["intake"], officeCode: (await staffAccount("intake")).officeCode } });
  const cookies = await Promise.all([1, 2, 3].map(() => cookieFor(id, "staff")));
  const inside = async (): Promise<number> => (await Promise.all(cookies.map((cookie) => send(`${origin}/admin/queue/intake`, { cookie })))).filter(({ status }) => status === 200).length;
  if ((await inside()) !== 3) throw new Error("the sessions were not open");
  await db().account.update({ where: { id }, data: { state: "disabled" } });
  return inside();
}
