import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { describe, expect, it } from "vitest";

const preload = path.resolve(import.meta.dirname, "../../../scripts/serve/unreadable-arguments.mjs");

/** A server that answers 500 in the notation of its address: /x-component, /plain, / (none). */
const program = `import { createServer } from "node:http";
  const server = createServer((request, response) => {
    const type = request.url.slice(1);
    if (type) response.setHeader("content-type", "text/" + type);
    response.statusCode = 500;
    response.end("1");
  });
  server.listen(0, "127.0.0.1", () => console.log(server.address().port));`;

describe("T7 动作读不出的参数", () => {
  it("框架读不出的答 400；别的 500 照旧，真出的错不遮住", async () => {
    const child = spawn(process.execPath, ["--import", preload, "--input-type=module", "-e", program]);
    try {
      const [port] = await once(child.stdout, "data");
      const ask = async (to, init) => (await fetch(`http://127.0.0.1:${String(port).trim()}/${to}`, init)).status;
      const action = { method: "POST", headers: { "next-action": "00" } };
      expect([await ask("x-component", action), await ask("", action)]).toEqual([400, 400]);
      const form = { method: "POST", headers: { "content-type": "multipart/form-data; boundary=x" }, body: "x" };
      expect(await ask("plain", form)).toBe(400);
      expect([await ask("html", action), await ask("plain", action), await ask("html", form)]).toEqual([500, 500, 500]);
      expect([await ask("x-component", { method: "POST" }), await ask("x-component", { headers: action.headers }), await ask("plain", { method: "POST", body: "x" })]).toEqual([500, 500, 500]);
    } finally {
      child.kill();
    }
  });
});
