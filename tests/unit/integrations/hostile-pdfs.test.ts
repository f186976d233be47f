import { describe, expect, it } from "vitest";
import { inspectFile } from "@/lib/integrations/file-inspection";
import { pdfFile } from "@/tests/builders/files";

const TEN_MEGABYTES = 10 * 1024 * 1024;

/** 夹在一份能打开的 PDF 中间。 */
async function padded(filler: string, room: number): Promise<Buffer> {
  const bytes = await pdfFile(() => {}, false);
  const at = bytes.lastIndexOf("xref");
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(filler.repeat(Math.floor(room / filler.length)), "latin1"), bytes.subarray(at)]);
}

const fillers = ["stream", "stream << /Filter /FlateDecode /ObjStm >> ", "endobj stream\n", "9 0 obj stream\n", "9 0 obj 1 endobj\n", "(", "<</A ", "[ ", "/#41#41#41 ", " ", "% ", "%a\n", "1", "1 1 ", "xref ", "xref\n0 1\n0000000000 65535 f \n", "9 0 obj << /A (stream) >> stream\n x endstream endobj\n"];

describe("T10 十兆的 PDF 占不住处理器", () => {
  it.each(fillers)("全是 %j：几秒之内有结论", async (filler) => {
    for (const room of [TEN_MEGABYTES - 4_096, 45 * 1_024]) {
      const bytes = await padded(filler, room);
      const began = Date.now();
      await inspectFile(bytes, "a.pdf");
      expect(Date.now() - began, `${room} bytes`).toBeLessThan(20_000);
    }
  }, 60_000);

  it("平常的 PDF 照收：几千个对象、增量保存过、开头有注释", async () => {
    const bytes = await pdfFile((document) => {
      for (let page = 0; page < 1_500; page += 1) document.addPage([300, 400]);
    }, false);
    expect(await inspectFile(bytes, "a.pdf")).toMatchObject({ verdict: "accepted" });
    const updated = Buffer.concat([bytes, Buffer.from(`\n% saved again\n9999 0 obj << /A 1 >> endobj\nxref\n9999 1\n${String(bytes.length).padStart(10, "0")} 00000 n \ntrailer << /Size 10000 >>\nstartxref\n${bytes.length}\n%%EOF\n`)]);
    expect((await inspectFile(updated, "a.pdf")).verdict).not.toBe("unscanned");
  });
});
