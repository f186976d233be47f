import net from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { inspectFile } from "@/lib/integrations/file-inspection";
import { ClamdScanner, embeddedScanner, fileScanner } from "@/lib/integrations/file-inspection/scanner";
import { eicar, pdfFile } from "../../../builders/files";

let server: net.Server | undefined;
afterEach(() => new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve())));

/** 照 clamd 文档答 INSTREAM 的服务：收下各块，认出样本。 */
async function clamd(answer: (content: Buffer) => string | undefined): Promise<ClamdScanner> {
  server = net.createServer((socket) => {
    const chunks: Buffer[] = [];
    socket.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      const content = unframed(Buffer.concat(chunks));
      const reply = content && answer(content);
      if (reply !== undefined) socket.end(`${reply}\0`);
    });
    socket.on("error", () => {});
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  return new ClamdScanner("127.0.0.1", (server.address() as net.AddressInfo).port, 500);
}

/** 收全了给出内容。 */
function unframed(bytes: Buffer): Buffer | undefined {
  let at = "zINSTREAM\0".length;
  if (bytes.toString("latin1", 0, at) !== "zINSTREAM\0") return undefined;
  const pieces: Buffer[] = [];
  while (at + 4 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}

describe("病毒扫描", () => {
  it("clamd：干净的、有毒的，内容一字节不差", async () => {
    const sent = Buffer.alloc(200_000, 7);
    let seen: Buffer | undefined;
    const scanner = await clamd((content) => {
      seen = content;
      return content.includes(eicar) ? "stream: Win.Test.EICAR_HDB-1 FOUND" : "stream: OK";
    });
    expect(await scanner.scan(sent)).toEqual({ verdict: "clean" });
    expect(seen?.equals(sent)).toBe(true);
    expect(await scanner.scan(eicar)).toEqual({ verdict: "infected", name: "Win.Test.EICAR_HDB-1" });
  });

  it.each([
    ["答了错误", () => "INSTREAM size limit exceeded. ERROR"],
    ["答非所问", () => "PONG"],
    ["一直不答", () => undefined],
  ])("%s：算没有查过，绝不算干净", async (_what, answer) => {
    expect((await (await clamd(answer)).scan(Buffer.from("x"))).verdict).toBe("unscanned");
  });

  it("连不上：算没有查过，文件留在待查", async () => {
    const scanner = new ClamdScanner("127.0.0.1", 1, 500);
    expect(await scanner.scan(Buffer.from("x"))).toEqual({ verdict: "unscanned", reason: "ECONNREFUSED" });
    expect((await inspectFile(await pdfFile(), "a.pdf", { scanner })).verdict).toBe("unscanned");
  });

  it("没有配置时用内置的，并说明它不是病毒扫描程序", () => {
    expect(fileScanner()).toBe(embeddedScanner);
    expect(embeddedScanner.isVirusScanner).toBe(false);
    expect(embeddedScanner.label).toContain("不是病毒扫描程序");
  });
});
