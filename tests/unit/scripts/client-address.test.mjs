import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { addressHeader, directHeader } from "@/lib/auth/client-address";
import { addressOf, readTrustedProxies } from "../../../scripts/serve/trusted-proxies.mjs";

const trusted = readTrustedProxies("10.0.0.0/8, 192.168.1.5, fd00::/8");

describe("访客地址（L-3.2-05 按地址限次所用）", () => {
  it.each([
    ["203.0.113.7", undefined, "203.0.113.7", "直接相连"],
    ["203.0.113.7", "1.1.1.1", "203.0.113.7", "对方不是自己的代理：它说的不算"],
    ["10.0.0.3", "1.1.1.1", "1.1.1.1", "自己的代理说的算"],
    ["10.0.0.3", "6.6.6.6, 1.1.1.1", "1.1.1.1", "更左边的由访客自己写，不算"],
    ["::ffff:10.0.0.3", "6.6.6.6, 1.1.1.1, 192.168.1.5", "1.1.1.1", "隔着两层自己的代理"],
    ["fd00::1", "2001:db8::9", "2001:db8::9", "IPv6"],
    ["10.0.0.3", "[2001:db8::9]:4711", "2001:db8::9", "带端口"],
    ["10.0.0.3", "1.1.1.1:4711", "1.1.1.1", "带端口"],
    ["10.0.0.3", "unknown", "10.0.0.3", "不是地址"],
    ["10.0.0.3", undefined, "10.0.0.3", "代理没有说"],
    ["192.168.1.6", "1.1.1.1", "192.168.1.6", "邻居不是代理"],
  ])("%s 说 %s → %s（%s）", (peer, forwardedFor, address) => expect(addressOf(peer, forwardedFor, trusted)).toBe(address));

  it("没有设置时谁的话也不信", () => expect(addressOf("127.0.0.1", "1.1.1.1", readTrustedProxies(""))).toBe("127.0.0.1"));

  it.each(["10.0.0.0/33", "proxy.example", "10.0.0/8", "10.0.0.1/", "fd00::/129"])("设置写错了（%s）就不启动", (text) => expect(() => readTrustedProxies(text)).toThrow("TRUSTED_PROXIES"));

  it("服务进程里每个请求都写上，访客写的被覆盖", async () => {
    const program = `import { createServer } from "node:http";
      const server = createServer((request, response) => response.end(String(request.headers["${addressHeader}"]) + " " + request.headers["${directHeader}"]));
      server.listen(0, "127.0.0.1", () => console.log(server.address().port));`;
    const preload = path.resolve(import.meta.dirname, "../../../scripts/serve/client-address.mjs");
    const child = spawn(process.execPath, ["--import", preload, "--input-type=module", "-e", program], { env: { ...process.env, TRUSTED_PROXIES: "" } });
    try {
      const [port] = await once(child.stdout, "data");
      const ask = async (headers) => (await fetch(`http://127.0.0.1:${String(port).trim()}/`, { headers })).text();
      expect(await ask({ [addressHeader]: "6.6.6.6", [directHeader]: "1", "x-forwarded-for": "7.7.7.7" })).toBe("127.0.0.1 0");
      for (const header of ["forwarded", "x-real-ip", "via", "x-forwarded-host"]) expect(await ask({ [directHeader]: "1", [header]: "x" })).toBe("127.0.0.1 0");
      expect(await ask({ [directHeader]: "0" })).toBe("127.0.0.1 1");
    } finally {
      child.kill();
    }
  });
});
