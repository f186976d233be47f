import { describe, expect, it } from "vitest";
import { GET } from "@/app/api/pdf-reader/[...file]/route";

const ask = (file: string, headers: Record<string, string> = {}) => GET(new Request(`http://localhost/api/pdf-reader/${file}`, { headers }), { params: Promise.resolve({ file: file.split("/") }) });

describe("PDF 阅读器的文件", () => {
  it("L-6-03 程序、字符表、字体、图像解码都由本站给出，类型正确", async () => {
    for (const [file, type] of [["pdf.mjs", "text/javascript"], ["pdf.worker.mjs", "text/javascript"], ["wasm/openjpeg.wasm", "application/wasm"], ["wasm/jbig2.wasm", "application/wasm"], ["cmaps/GBK-EUC-H.bcmap", "application/octet-stream"], ["standard_fonts/LiberationSans-Regular.ttf", "font/ttf"]] as const) {
      const answer = await ask(file);
      expect([file, answer.status, answer.headers.get("content-type")?.split(";")[0], answer.headers.get("x-content-type-options")]).toEqual([file, 200, type, "nosniff"]);
      expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(100);
    }
  });

  it("L-6-03 没有变的不重发；换了版本标签就不同", async () => {
    const tag = (await ask("pdf.mjs")).headers.get("etag") ?? "";
    expect(tag).toMatch(/^"\d+\.\d+\.\d+"$/);
    expect((await ask("pdf.mjs", { "if-none-match": tag })).status).toBe(304);
    expect((await ask("pdf.mjs", { "if-none-match": '"0.0.1"' })).status).toBe(200);
  });

  it("别的文件一概没有：包里的其余文件、上级目录", async () => {
    for (const file of ["package.json", "legacy/build/pdf.mjs", "cmaps/../package.json", "cmaps/nothing.bcmap", "../../../etc/passwd", "wasm/LICENSE_JBIG2"]) expect([file, (await ask(file)).status]).toEqual([file, 404]);
  });
});
