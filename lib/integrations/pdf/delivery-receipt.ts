import PDFDocument from "pdfkit";
import type { DeliveryReceipt } from "@/lib/licensing/documents/delivery-receipt";
import { documentBytes } from "./document-bytes";
import { fonts } from "./fonts";

const INK = "#1f2937";
const MARGIN = 64;
const LABEL = 104;
const PAD = 9;

/** 送达回证：一页表格，空着的格子留给签收。 */
export function deliveryReceiptPdf({ title, office, number, rows, note }: DeliveryReceipt): Promise<Buffer> {
  const page = new PDFDocument({ size: "A4", margin: MARGIN, info: { Title: title, Subject: number, Author: office } });
  const done = documentBytes(page);
  page.registerFont("regular", fonts.regular).registerFont("bold", fonts.bold);
  const width = page.page.width - MARGIN * 2;
  page.fillColor(INK).font("bold").fontSize(16).text(office, { align: "center" });
  page.fontSize(24).text(title, MARGIN, page.y + 10, { width, align: "center", characterSpacing: 6 });
  let top = page.y + 22;
  for (const { label, value } of rows) {
    page.font("regular").fontSize(12);
    const height = Math.max(36, page.heightOfString(value, { width: width - LABEL - PAD * 2 }) + PAD * 2);
    page.lineWidth(0.8).strokeColor(INK).rect(MARGIN, top, LABEL, height).stroke().rect(MARGIN + LABEL, top, width - LABEL, height).stroke();
    page.font("bold").text(label, MARGIN + PAD, top + PAD, { width: LABEL - PAD * 2 });
    page.font("regular").text(value, MARGIN + LABEL + PAD, top + PAD, { width: width - LABEL - PAD * 2 });
    top += height;
  }
  page.fontSize(10).text(note, MARGIN, top + 12, { width });
  page.end();
  return done;
}
