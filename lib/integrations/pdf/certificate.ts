import PDFDocument from "pdfkit";
import type { CertificateFace } from "@/lib/licensing/licence/certificate";
import { documentBytes } from "./document-bytes";
import { drawQrCode } from "./draw-qr";
import { drawSeal } from "./draw-seal";
import { fonts } from "./fonts";

const INK = "#1f2937";
const SOFT = "#4a5260";
const FRAME = "#0f3f7a";

/** A4 横放，单位为点。 */
const PAGE = { width: 841.89, height: 595.28 };
const LABEL = { x: 110, width: 132 };
const VALUE_X = 256;

type Page = InstanceType<typeof PDFDocument>;

/**
 * 许可证正本（或副本）的 PDF：中文字体嵌入，二维码指向核验页。
 * 印章为样章：电子印章由有权机关的签章系统加盖，不在本系统之内。
 */
export function certificatePdf(face: CertificateFace): Promise<Buffer> {
  const page = new PDFDocument({ size: "A4", layout: "landscape", margin: 0, info: { Title: `${face.title}（${face.copy}）`, Subject: face.number, Author: face.issuer } });
  const done = documentBytes(page);
  page.registerFont("regular", fonts.regular).registerFont("bold", fonts.bold);
  drawFrame(page);
  drawHeading(page, face);
  drawLines(page, face);
  drawQr(page, face.verifyUrl);
  drawFoot(page, face);
  drawSeal(page, face.issuer, { cx: 642, cy: 474, radius: 56 });
  page.end();
  return done;
}

function drawFrame(page: Page): void {
  page.lineWidth(3).strokeColor(FRAME).rect(36, 34, PAGE.width - 72, PAGE.height - 68).stroke();
  page.lineWidth(0.8).rect(43, 41, PAGE.width - 86, PAGE.height - 82).stroke();
}

function drawHeading(page: Page, face: CertificateFace): void {
  page.fillColor(INK).font("regular").fontSize(14);
  page.text(`许可证编号：${face.number}`, 0, 72, { width: PAGE.width - 84, align: "right" });
  page.font("bold").fontSize(34).text(face.title, 0, 112, { width: PAGE.width, align: "center", characterSpacing: 3 });
  page.font("regular").fontSize(16).text(`（${face.copy}）`, 0, 162, { width: PAGE.width, align: "center", characterSpacing: 4 });
}

/** 标签两端对齐：字间均匀撑满，如「单　位　名　称」。 */
function drawLabel(page: Page, label: string, y: number): void {
  page.font("regular").fontSize(15).fillColor(INK);
  const characters = [...label];
  const free = LABEL.width - characters.reduce((sum, character) => sum + page.widthOfString(character), 0);
  const gap = characters.length > 1 ? free / (characters.length - 1) : 0;
  let x = LABEL.x;
  for (const character of characters) {
    page.text(character, x, y, { lineBreak: false });
    x += page.widthOfString(character) + gap;
  }
  page.text("：", LABEL.x + LABEL.width, y, { lineBreak: false });
}

function drawLines(page: Page, face: CertificateFace): void {
  let y = 214;
  for (const { label, value } of face.lines) {
    drawLabel(page, label, y);
    page.font("bold").fontSize(15).text(value, VALUE_X, y, { width: 380 });
    y = Math.max(y + 34, page.y + 12);
  }
}

function drawQr(page: Page, url: string): void {
  const [x, y, side] = [670, 222, 88];
  drawQrCode(page, url, { x, y, side });
  page.fillColor(SOFT).font("regular").fontSize(10).text("扫码查验", x, y + side + 5, { width: side, align: "center" });
}

function drawFoot(page: Page, face: CertificateFace): void {
  page.fillColor(SOFT).font("regular").fontSize(9.5);
  page.text(face.footnotes.join("\n"), LABEL.x, 462, { width: 370, lineGap: 4 });
  page.fillColor(INK).fontSize(14);
  page.text(`发证机关：${face.issuer}`, 512, 456, { width: 260, align: "center" });
  page.text(`发证日期：${face.issuedOn}`, 512, 486, { width: 260, align: "center" });
}
