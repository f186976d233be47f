import { Agent, createServer, request, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { db } from "@/lib/data/client";
import { hashPassword } from "@/lib/services/accounts/password-hash";
import type { Fault } from "./fault";
import { prepareAttempts, weather } from "./kills";
import { signIn } from "./passwords";
import { prepareServer, type Server } from "./server";
import { send } from "./visitor";

/** A small proxy: each request to the next server; one that does not answer is passed over. */
async function openProxy(targets: () => readonly string[]): Promise<{ origin: string; proxy: HttpServer }> {
  let turn = 0;
  const agent = new Agent({ keepAlive: false });
  const proxy = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      const [first, ...others] = targets().map((_, index, all) => all[(index + turn) % all.length] ?? "");
      turn += 1;
      const tryNext = (target: string | undefined, left: readonly string[]): void => {
        if (target === undefined) return void outgoing.writeHead(503).end();
        const passed = request(target + incoming.url, { agent, method: incoming.method, headers: { ...incoming.headers, connection: "close" } }, (answer) => {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(outgoing);
          answer.on("error", () => outgoing.destroy());
        });
        // Only what never reached a server is sent to the other one; the rest is for the client's key.
        passed.on("error", (error: NodeJS.ErrnoException) => (error.code === "ECONNREFUSED" ? tryNext(left[0], left.slice(1)) : outgoing.destroy()));
        passed.end(Buffer.concat(chunks));
      };
      tryNext(first, others);
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  return { origin: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, proxy };
}

/** Messages that both servers' jobs see at the same time. */
async function outboxOnce(count: number): Promise<number> {
  await db().outboxMessage.createMany({ data: Array.from({ length: count }, (_, n) => ({ channel: "sms", recipient: `1390000${String(n).padStart(4, "0")}`, template: "fault", body: `第 ${n} 条`, params: {} })) });
  for (let tries = 0; tries < 240; tries += 1) {
    if ((await db().outboxMessage.count({ where: { template: "fault", state: { in: ["pending", "sending"] } } })) === 0) break;
    await pause(500);
  }
  return db().outboxMessage.count({ where: { template: "fault", NOT: { attempts: { lte: 1 }, state: { in: ["kept", "delivered"] } } } });
}

/** The lock on guessing counts over both servers, and a session of one is good at the other. */
async function sharedSignIn(origin: string, servers: readonly Server[]): Promise<string[]> {
  const officeCode = (await db().office.findFirstOrThrow()).code;
  const make = async (login: string) => db().account.create({ data: { login, audience: "staff", displayName: "两台", passwordHash: await hashPassword("Zhengque@2026"), roles: ["intake"], officeCode } });
  await make("two_servers");
  await make("two_servers_guessed");
  const { cookie = "" } = await signIn(origin, "two_servers", "Zhengque@2026", "staff");
  const statuses = await Promise.all(servers.map(async (server) => (await send(`${server.origin}/admin/queue/intake`, { cookie })).status));
  for (let turn = 0; turn < 5; turn += 1) await signIn(origin, "two_servers_guessed", "Cuowu@1", "staff");
  const { said } = await signIn(origin, "two_servers_guessed", "Zhengque@2026", "staff");
  return [...(statuses.every((status) => status === 200) ? [] : [`会话 ${statuses.join(" ")}`]), ...(said.includes("锁定") ? [] : [`第六次：${said}`])];
}

/** Two app servers, one database, a proxy; one of them is killed in turn while people submit. */
export const twoServers: Fault = {
  id: "S2", what: "两台服务器共用一个数据库，轮流强杀一台", target: "会话、次数限制、任务两台一致；承认过的 0 丢失，0 重复",
  async run(scale) {
    const attempts = await prepareAttempts(scale.of(2, 60) * 14);
    const servers: Server[] = [];
    const { origin, proxy } = await openProxy(() => servers.map((server) => server.origin));
    for (const name of ["s2a", "s2b"]) servers.push(await prepareServer({ name, appOrigin: origin }));
    await Promise.all(servers.map((server) => server.start()));
    try {
      const faults = await sharedSignIn(origin, servers);
      const twice = await outboxOnce(scale.of(5, 100));
      let turn = 0;
      const strike = async (): Promise<number> => {
        const server = servers[turn++ % servers.length] as Server;
        await server.kill();
        return server.start();
      };
      const storm = await weather({ kills: scale.of(2, 60), attempts, server: { origin }, strike });
      if (faults.length > 0) console.error(faults);
      return { figure: `${storm.figure}；两台不一致 ${faults.length}，任务做了不止一次 ${twice}`, pass: storm.pass && faults.length === 0 && twice === 0, detail: { ...storm.detail, faults: faults.length, jobsTwice: twice } };
    } finally {
      await Promise.all(servers.map((server) => server.stop()));
      proxy.close();
    }
  },
};
