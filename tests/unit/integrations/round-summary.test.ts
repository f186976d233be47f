import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import { roundPdf } from "@/lib/integrations/pdf/round-summary";
import type { RoundPart } from "@/lib/licensing/round-document";

const long = "身份证号码：210100198001010001；职称：工程师；专业：电气工程及其自动化；".repeat(60);
const parts: RoundPart[] = [
  { kind: "heading", text: "电力相关专业技能人员", level: 1 },
  ...Array.from({ length: 40 }, (_, n): RoundPart => ({ kind: "record", title: `第 ${n + 1} 行`, text: long })),
];

async function read(bytes: Uint8Array) {
  const document = await getDocument({ data: bytes }).promise;
  return Promise.all(Array.from({ length: document.numPages }, async (_, index) => {
    const { items } = await (await document.getPage(index + 1)).getTextContent();
    return items.flatMap((item) => ("str" in item && item.str.trim() ? [{ text: item.str, size: Math.round(item.height * 10) / 10 }] : []));
  }));
}

describe("一轮提交的 PDF", () => {
  it("L-4.3.8-01 画满一页送出一页，不把全文攒在内存里；每页有页脚与页码，末尾写共几页", async () => {
    const { stream, draw } = roundPdf({ title: "许可事项变更", foot: "NEEB-2026-000001　第 1 次提交", parts });
    const chunks: Buffer[] = [];
    let [drawn, early] = [false, 0];
    stream.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      if (!drawn) early += chunk.length;
    });
    const ended = new Promise((resolve) => stream.on("end", resolve));
    await draw().then(() => (drawn = true));
    await ended;
    const pages = await read(new Uint8Array(Buffer.concat(chunks)));
    expect(pages.length).toBeGreaterThan(20);
    expect(early, "画完之前已经送出大半的页").toBeGreaterThan(pages.length * 500);
    pages.forEach((items, index) => {
      const text = items.map((item) => item.text).join("");
      expect(text).toContain(`第 ${index + 1} 页`);
      expect(text).toContain("NEEB-2026-000001");
    });
    expect(pages.at(-1)?.map(({ text }) => text).join("")).toContain(`全文完，共 ${pages.length} 页`);
    // 续到下页的字大小不变，页脚不改正文
    const body = pages.flat().filter(({ text }) => text.includes("电气工程及其自动化"));
    expect(new Set(body.map(({ size }) => size))).toEqual(new Set([9.5]));
  }, 60_000);

  it("要的人中途走了，不再往下画", async () => {
    const { stream, draw } = roundPdf({ title: "许可事项变更", foot: "x", parts });
    stream.resume();
    stream.destroy();
    await draw();
    expect(stream.readableEnded).toBe(false);
  });
});
