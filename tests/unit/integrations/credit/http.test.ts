import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { CreditUnavailable, openCredit } from "@/lib/integrations/credit";
import { httpCredit } from "@/lib/integrations/credit/http";

const servers: Server[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((done) => (server.closeAllConnections(), server.close(done)))));
});

async function listen(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/credit/`;
}

const good = { grade: "good", pilotZone: true, commitmentRegion: false, deferralDefaults: ["2025-03-14"] };
const code = "91210102XFAKE501XR";

/** 依次给出这些答复；数着问了几次。 */
async function replying(...replies: { status: number; body?: unknown; raw?: string }[]) {
  let asked = 0;
  const paths: string[] = [];
  const url = await listen((request, response) => {
    const reply = replies[Math.min(asked, replies.length - 1)];
    asked += 1;
    paths.push(`${request.url} ${request.headers.authorization ?? ""}`);
    response.writeHead(reply?.status ?? 500, { "content-type": "application/json" });
    response.end(reply?.raw ?? JSON.stringify(reply?.body ?? {}));
  });
  return { gateway: httpCredit({ url, token: "secret", timeout: 300, retryAfter: 1 }), asked: () => asked, paths };
}

describe("信用能源接口", () => {
  it("L-6-08 按协议问：地址、令牌、答复；没有登记的尚未确定信用类别", async () => {
    const { gateway, paths } = await replying({ status: 200, body: good });
    expect(await gateway.ask(code)).toEqual(good);
    expect(paths).toEqual([`/credit/enterprises/${code} Bearer secret`]);
    expect(gateway.source).toBe("信用能源接口");
    const unknown = await replying({ status: 404 });
    expect(await unknown.gateway.ask(code)).toEqual({ grade: "unrated", pilotZone: false, commitmentRegion: false });
  });

  it("对方出错、超时再试一次，只一次", async () => {
    const once = await replying({ status: 503 }, { status: 200, body: good });
    expect(await once.gateway.ask(code)).toEqual(good);
    const never = await replying({ status: 500 });
    await expect(never.gateway.ask(code)).rejects.toThrow(CreditUnavailable);
    expect(never.asked()).toBe(2);
    let hung = 0;
    const url = await listen(() => void (hung += 1));
    await expect(httpCredit({ url, timeout: 50, retryAfter: 1 }).ask(code)).rejects.toThrow(CreditUnavailable);
    expect(hung).toBe(2);
    await expect(httpCredit({ url: "http://127.0.0.1:9", timeout: 300, retryAfter: 1 }).ask(code)).rejects.toThrow(CreditUnavailable);
  });

  it("答复与协议不合的一概不认，也不再试", async () => {
    const wrong = [{ ...good, grade: "优" }, { ...good, extra: 1 }, { grade: "good", pilotZone: true }, { ...good, pilotZone: "是" }, { ...good, deferralDefaults: ["去年"] }, []];
    for (const body of wrong) {
      const { gateway, asked } = await replying({ status: 200, body });
      await expect(gateway.ask(code), JSON.stringify(body)).rejects.toThrow(CreditUnavailable);
      expect(asked()).toBe(1);
    }
    for (const raw of ["", "<html>", "x".repeat(70_000)]) await expect((await replying({ status: 200, raw })).gateway.ask(code)).rejects.toThrow(CreditUnavailable);
    const denied = await replying({ status: 403 });
    await expect(denied.gateway.ask(code)).rejects.toThrow(CreditUnavailable);
    expect(denied.asked()).toBe(1);
    const url = await listen((_request, response) => response.writeHead(302, { location: "http://127.0.0.1:9/" }).end());
    await expect(httpCredit({ url, retryAfter: 1 }).ask(code)).rejects.toThrow(CreditUnavailable);
  });

  it("L-6-08 没有配置地址时读本系统的信用登记，并写明是本地的", async () => {
    const local = openCredit(async (uscc) => (uscc === code ? { grade: "good", pilotZone: false, commitmentRegion: true } : undefined), {});
    expect(local.source).toBe("本地信用登记");
    expect(await local.ask(code)).toMatchObject({ grade: "good", commitmentRegion: true });
    expect(await local.ask("91210102XFAKE999XX")).toMatchObject({ grade: "unrated" });
    expect(openCredit(async () => undefined, { CREDIT_URL: "https://credit.example" }).source).toBe("信用能源接口");
  });
});
