import { builtActions, builtAddresses, fillAddress } from "./build";
import { type Fault, inLanes } from "./fault";
import { matrix } from "./matrix";
import { tokenAuthorisedRoutes } from "@/lib/auth/origin";
import { worldBehindServer } from "./requests";
import { mayEnter } from "./roles";
import { answerIn, callAction, type Reply, send } from "./visitor";
import { fingerprint, type Person, universalInput } from "./world";

const LANES = 8;
const foreign = ["https://evil.example", "null", undefined, "http://127.0.0.1.evil.example"] as const;
const writing = ["POST", "PUT", "PATCH", "DELETE"] as const;

/** Refused: not carried out, and said so by the status or the answer. */
const isRefused = ({ status, text }: Reply): boolean => status >= 300 || answerIn(text)?.ok === false;

/** What every page must say to the browser (decisions 24 and 25). */
function headerFaults(page: string, { headers }: Reply): string[] {
  const policy = String(headers["content-security-policy"] ?? "");
  const faults = [
    ...(/script-src [^;]*'nonce-/.test(policy) && !/script-src [^;]*'unsafe-inline'/.test(policy) ? [] : ["内容安全策略"]),
    ...(/frame-ancestors/.test(policy) ? [] : ["frame-ancestors"]),
    ...(headers["x-content-type-options"] === "nosniff" ? [] : ["nosniff"]),
    ...(headers["referrer-policy"] ? [] : ["referrer-policy"]),
    ...(headers["x-powered-by"] ? ["x-powered-by"] : []),
  ];
  return faults.map((fault) => `${page} ${fault}`);
}

function cookieFaults(page: string, { headers }: Reply): string[] {
  const cookies = [headers["set-cookie"] ?? []].flat();
  return cookies.filter((cookie) => !/SameSite=(Lax|Strict)/i.test(cookie) || (/session-token|csrf-token/i.test(cookie) && !/HttpOnly/i.test(cookie))).map((cookie) => `${page} ${cookie.split("=")[0]}`);
}

/** T9: what another site can make a browser send is refused; every page carries the headers. */
export const foreignOrigins: Fault = {
  id: "T9", what: "凭 Cookie 的写：外站、null、没有 Origin；每一页的安全头与 Cookie", target: "100 % 拒绝，0 行改动；头与 Cookie 齐全",
  async run() {
    const { server, world } = await worldBehindServer();
    const insiders = world.people.filter((person) => !person.foreign);
    const rightful = (name: string, turn: number): Person | undefined => {
      const able = insiders.filter((person) => mayEnter(matrix[name] ?? "public", person));
      return able[turn % able.length];
    };
    const before = await fingerprint();
    const wire = JSON.stringify([universalInput(world)]);
    const accepted: string[] = [];
    let asked = 0;
    const ask = async (name: string, request: Promise<Reply>): Promise<void> => {
      asked += 1;
      if (!isRefused(await request)) accepted.push(name);
    };
    await inLanes(LANES, builtActions(), async (action, index) => {
      for (const origin of foreign) {
        const cookie = rightful(action.name, index + foreign.indexOf(origin))?.cookie ?? "";
        await ask(`${action.name} ${origin}`, callAction(server.origin, action, wire, { at: world.ids, cookie, origin }));
      }
    });
    const exempt: readonly string[] = tokenAuthorisedRoutes;
    const { routes, pages } = builtAddresses();
    await inLanes(LANES, routes.filter((route) => !exempt.includes(route)), async (route, index) => {
      const cookie = insiders[index % insiders.length]?.cookie ?? "";
      for (const origin of foreign) {
        for (const method of writing) await ask(`${method} ${route} ${origin}`, send(server.origin + fillAddress(route, world.ids), { method, cookie, body: "{}", headers: { "content-type": "application/json", ...(origin ? { origin } : {}) } }));
      }
    });
    const changed = await changedSince(before);
    const poor: string[] = [];
    await inLanes(LANES, pages, async (page, index) => {
      const reply = await send(server.origin + fillAddress(page, world.ids), { cookie: insiders[index % insiders.length]?.cookie ?? "" });
      poor.push(...headerFaults(page, reply), ...cookieFaults(page, reply));
    });
    if (accepted.length + poor.length > 0) console.error(accepted, poor.slice(0, 20));
    const pass = accepted.length === 0 && poor.length === 0 && changed.length === 0;
    return { figure: `${asked} 次都拒绝了吗：没有拒绝 ${accepted.length}，改动的表 ${changed.length}；${pages.length} 页缺头 ${poor.length}`, pass, detail: { asked, accepted: accepted.length, pages: pages.length, poor: poor.length, changed: changed.join(" ") } };
  },
};

async function changedSince(before: Readonly<Record<string, string>>): Promise<string[]> {
  const after = await fingerprint();
  return Object.keys(after).filter((table) => after[table] !== before[table]);
}
