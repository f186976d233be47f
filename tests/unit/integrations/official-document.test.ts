import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import { deliveryReceiptPdf } from "@/lib/integrations/pdf/delivery-receipt";
import { documentPdf } from "@/lib/integrations/pdf/official-document";
import { composeDocument } from "@/lib/licensing/documents/compose";
import { deliveryReceipt } from "@/lib/licensing/documents/delivery-receipt";
import { documentFacts, documentValues } from "@/tests/builders/documents";

async function pagesOf(pdf: Buffer): Promise<string[]> {
  const document = await getDocument({ data: new Uint8Array(pdf), useSystemFonts: false }).promise;
  return Promise.all(Array.from({ length: document.numPages }, async (_, index) => {
    const { items } = await (await document.getPage(index + 1)).getTextContent();
    return items.map((item) => ("str" in item ? item.str : "")).join("").replace(/\s/g, "");
  }));
}

const digest = "ab".repeat(32);
const printed = { digest, checkAt: "https://zzxy.example.cn/verify/documents" };
const compose = (remarks = documentValues.remarks) => composeDocument("correction", "华东监能许可〔2026〕补12号", documentFacts(), { ...documentValues, remarks });

describe("文书的 PDF", () => {
  it("L-6-04 标题、编号、受文者、正文、落款、散列读得回来，印章写明样章；同样的文字画出同样的字节", async () => {
    const content = composeDocument("refusal", "华东监能许可〔2026〕不准3号", documentFacts(), documentValues);
    const [first, second] = [await documentPdf(content, printed), await documentPdf(content, printed)];
    expect(first.equals(second)).toBe(true);
    const [text = "", ...more] = await pagesOf(first);
    expect(more).toEqual([]);
    for (const part of ["国家能源局华东监管局", "不予行政许可决定书", "华东监能许可〔2026〕不准3号", "安徽恒明电力工程有限公司", "91340100MA2N123456", "净资产不足", "行政复议", "2026年11月20日", "样章", digest, "校验码abababab", printed.checkAt, "第1页共1页"]) {
      expect(text).toContain(part);
    }
  });

  it("L-6-04 意见多得写不下的续到下页，每页有编号与页码，一条不少", async () => {
    const remarks = Array.from({ length: 60 }, (_, n) => ({ place: `第${n + 1}处`, level: "must", text: "职称证书编号与附件中的证书不一致，请核对后重新填写，并上传清晰的扫描件" }));
    const pages = await pagesOf(await documentPdf(compose(remarks), printed));
    expect(pages.length).toBeGreaterThan(3);
    pages.forEach((text, index) => {
      expect(text).toContain(`第${index + 1}页共${pages.length}页`);
      expect(text).toContain("补12号");
    });
    for (const { place } of remarks) expect(pages.join("")).toContain(`${place}：`);
    expect(pages.at(-1)).toContain("样章");
  });

  it("L-6-04 落款不独占一页：写不下的，最后一段跟着到下一页", async () => {
    const content = composeDocument("refusal", "华东监能许可〔2026〕不准3号", documentFacts(), documentValues);
    const end = "最后一段请与落款在一起。";
    let turned = 0;
    for (let lines = 1; lines <= 40; lines += 1) {
      const { remedies: _, ...rest } = content;
      const pages = await pagesOf(await documentPdf({ ...rest, blocks: [{ kind: "list", title: "意见", items: Array.from({ length: lines }, (_one, n) => `第${n + 1}条`) }, { kind: "text", text: end }] }, printed));
      expect(pages.at(-1), `${lines} 条`).toContain(end);
      expect(pages.at(-1)).toContain("样章");
      turned += pages.length > 1 ? 1 : 0;
    }
    expect(turned).toBeGreaterThan(0);
  });

  it("L-6-11 送达回证：送达的写明方式、日期、收件人；没有送达的留空供签收", async () => {
    const none = { deliveryWay: null, deliveredOn: null, deliveryReceiver: null, deliveryNote: null, deliveryRecordedByName: null, openedAt: null, openedByName: null };
    const [blank = ""] = await pagesOf(await deliveryReceiptPdf(deliveryReceipt(compose(), digest, none)));
    for (const part of ["送达回证", "补12号", "没有打开", "尚未送达"]) expect(blank).toContain(part);
    const served = { ...none, deliveryWay: "post", deliveredOn: "2026-11-23", deliveryReceiver: "王丽", deliveryNote: "EMS1", deliveryRecordedByName: "张敏" };
    const [text = ""] = await pagesOf(await deliveryReceiptPdf(deliveryReceipt(compose(), digest, served)));
    for (const part of ["邮寄送达", "2026年11月23日", "王丽", "EMS1", "张敏"]) expect(text).toContain(part);
    expect(text).not.toContain("尚未送达");
  });
});
