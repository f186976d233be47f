import jsQR from "jsqr";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import { certificatePdf } from "@/lib/integrations/pdf/certificate";
import { qrMatrix } from "@/lib/integrations/pdf/qr";
import { certificateFace } from "@/lib/licensing/licence/certificate";

const version = {
  number: "2-1-00042-2026", holderName: "沈阳甲电力工程有限公司", domicile: "沈阳市和平区南京北街1号", legalRep: "赵建国", items: [{ category: "installation", level: "5" }, { category: "testing", level: "5" }],
  ruleSetId: "NDRC-36-2020", validFrom: "2026-11-23", validTo: "2032-11-22", issuedOn: "2026-11-23", officeName: "国家能源局东北监管局",
};
const url = "https://zzxy.example.cn/verify/2-1-00042-2026";

async function textOf(pdf: Buffer): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(pdf), useSystemFonts: false }).promise;
  const content = await (await document.getPage(1)).getTextContent();
  return content.items.map((item) => ("str" in item ? item.str : "")).join("").replace(/\s/g, "");
}

/** 把黑格画成像素，像手机那样读。 */
function scan(text: string): string | undefined {
  const { size, dark } = qrMatrix(text);
  const [scale, margin] = [6, 4];
  const side = (size + margin * 2) * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const { x, y } of dark) {
    for (let dy = 0; dy < scale; dy += 1) {
      for (let dx = 0; dx < scale; dx += 1) pixels.set([0, 0, 0, 255], (((y + margin) * scale + dy) * side + (x + margin) * scale + dx) * 4);
    }
  }
  return jsQR(pixels, side, side)?.data;
}

describe("许可证 PDF", () => {
  it("L-4.1.10-04 证面各项的中文都嵌在 PDF 里，读得回来", async () => {
    const text = await textOf(await certificatePdf(certificateFace(version, "正本", url)));
    for (const part of ["2-1-00042-2026", "沈阳甲电力工程有限公司", "沈阳市和平区南京北街1号", "赵建国", "承装类五级", "承试类五级", "自2026年11月23日始至2032年11月22日止", "国家能源局东北监管局", "正本"]) {
      expect(text).toContain(part);
    }
  });

  it("L-4.1.10-04 二维码读出来就是查验地址", () => {
    expect(scan(url)).toBe(url);
  });
});
