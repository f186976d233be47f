import { describe, expect, it } from "vitest";
import { inspectFile } from "@/lib/integrations/file-inspection";
import { pdfFile } from "@/tests/builders/files";

const TEN_MEGABYTES = 10 * 1024 * 1024;

/** 夹在一份能打开的 PDF 中间。 */
async function padded(filler: string): Promise<Buffer> {
  const bytes = await pdfFile(() => {}, false);
  const at = bytes.lastIndexOf("xref");
  const room = TEN_MEGABYTES - bytes.length;
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(filler.repeat(Math.floor(room / filler.length)), "latin1"), bytes.subarray(at)]);
}

describe("T10 十兆的 PDF 占不住处理器", () => {
  it.each([
    ["全是 stream", "stream"],
    ["stream 之间隔着字", "stream << /Filter /FlateDecode /ObjStm >> "],
    ["全是 endobj stream", "endobj stream\n"],
    ["全是小对象", "9 0 obj 1 endobj\n"],
    ["全是左括号", "("],
    ["层层字典", "<</A "],
    ["层层数组", "[ "],
    ["全是 #41", "/#41#41#41 "],
  ])("%s：几秒之内有结论", async (_name, filler) => {
    const bytes = await padded(filler);
    const began = Date.now();
    await inspectFile(bytes, "a.pdf");
    expect(Date.now() - began).toBeLessThan(10_000);
  }, 90_000);
});
