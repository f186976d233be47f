import PDFDocument from "pdfkit";
import { checkCodeOf } from "@/lib/licensing/documents/check";
import type { DocumentBlock, DocumentContent } from "@/lib/licensing/documents/content";
import { formatChineseDate } from "@/lib/terms/dates";
import { documentBytes } from "./document-bytes";
import { drawSeal } from "./draw-seal";
import { fonts } from "./fonts";

const INK = "#1f2937";
const SOFT = "#4a5260";
const RED = "#c8102e";

/** A4 竖放，单位为点；下边距留给页脚。 */
const MARGIN = { top: 64, left: 72, right: 72, bottom: 92 };
const BODY = 14;
const INDENT = BODY * 2;
const LINE_GAP = 7;
/** 落款与印章须在同一页。 */
const SIGNATURE = 130;
const SEAL_RADIUS = 50;

type Page = InstanceType<typeof PDFDocument>;

/**
 * 各种文书共用的版式：机关名称、标题、编号、受文者、正文、救济、落款与样章，每页写编号、校验码与内容的散列。
 * 只画冻结的文字；同样的文字画出同样的字节。
 */
export function documentPdf(content: DocumentContent, { digest, checkAt }: { digest: string; checkAt: string }): Promise<Buffer> {
  const page: Page = new PDFDocument({
    size: "A4", margins: MARGIN, bufferPages: true,
    info: { Title: content.title, Subject: content.number, Author: content.office, CreationDate: new Date(`${content.issuedOn}T00:00:00+08:00`) },
  });
  const done = documentBytes(page);
  page.registerFont("regular", fonts.regular).registerFont("bold", fonts.bold);
  drawHead(page, content);
  const { before, last } = withoutLast(content);
  for (const block of before) drawBlock(page, block);
  drawEnd(page, last, content);
  drawFeet(page, [`${content.number}　申请编号 ${content.caseNumber}`, `校验码 ${checkCodeOf(digest)}　核对：${checkAt}`, `内容 SHA-256：${digest}`, ...(content.contact ? [content.contact] : [])]);
  page.end();
  return done;
}

const widthOf = (page: Page): number => page.page.width - MARGIN.left - MARGIN.right;
const bottomOf = (page: Page): number => page.page.height - MARGIN.bottom;

function drawHead(page: Page, { office, title, number, addressee }: DocumentContent): void {
  const width = widthOf(page);
  page.fillColor(RED).font("bold").fontSize(24).text(office, { align: "center", characterSpacing: 2 });
  const line = page.y + 8;
  page.moveTo(MARGIN.left, line).lineTo(MARGIN.left + width, line).lineWidth(1.6).strokeColor(RED).stroke();
  page.y = line + 22;
  page.fillColor(INK).font("bold").fontSize(22).text(title, { align: "center" });
  page.font("regular").fontSize(12).text(number, MARGIN.left, page.y + 6, { width, align: "center" });
  page.y += 20;
  page.font("bold").fontSize(BODY).text(`${addressee.name}：`, { lineGap: 2 });
  if (addressee.uscc) page.fillColor(SOFT).font("regular").fontSize(11).text(`统一社会信用代码：${addressee.uscc}`, { lineGap: LINE_GAP });
}

function paragraph(page: Page, words: string): void {
  page.fillColor(INK).font("regular").fontSize(BODY).text(words, MARGIN.left, page.y, { width: widthOf(page), indent: INDENT, lineGap: LINE_GAP });
}

/** 最后一段与落款在一起：落款不独占一页。 */
function withoutLast({ blocks, remedies }: DocumentContent): { before: readonly DocumentBlock[]; last?: string } {
  if (remedies) return { before: blocks, last: remedies };
  const end = blocks.at(-1);
  return end?.kind === "text" ? { before: blocks.slice(0, -1), last: end.text } : { before: blocks };
}

function drawEnd(page: Page, last: string | undefined, content: DocumentContent): void {
  const height = last === undefined ? 0 : page.font("regular").fontSize(BODY).heightOfString(last, { width: widthOf(page), indent: INDENT, lineGap: LINE_GAP });
  const together = height + SIGNATURE;
  if (page.y + together > bottomOf(page) && MARGIN.top + together < bottomOf(page)) page.addPage();
  if (last !== undefined) paragraph(page, last);
  drawSignature(page, content);
}

function drawBlock(page: Page, block: DocumentBlock): void {
  switch (block.kind) {
    case "text":
      return paragraph(page, block.text);
    case "list":
      return drawList(page, block.title, block.items);
    case "terms":
      return drawTerms(page, block.rows);
  }
}

function drawList(page: Page, title: string, items: readonly string[]): void {
  page.fillColor(INK).font("bold").fontSize(BODY).text(title, MARGIN.left + INDENT, page.y, { width: widthOf(page) - INDENT, lineGap: LINE_GAP });
  page.font("regular").fontSize(12.5);
  items.forEach((item, index) => {
    page.text(`${index + 1}. ${item}`, MARGIN.left + INDENT, page.y, { width: widthOf(page) - INDENT, lineGap: LINE_GAP - 2 });
  });
  page.y += 4;
}

function drawTerms(page: Page, rows: readonly { label: string; value: string }[]): void {
  const labelWidth = BODY * 7;
  for (const { label, value } of rows) {
    const valueWidth = widthOf(page) - INDENT - labelWidth;
    page.fillColor(INK).font("regular").fontSize(BODY);
    if (page.y + Math.min(page.heightOfString(value, { width: valueWidth, lineGap: LINE_GAP }), 200) > bottomOf(page)) page.addPage();
    const top = page.y;
    page.font("bold").text(`${label}：`, MARGIN.left + INDENT, top, { width: labelWidth, lineGap: LINE_GAP });
    page.font("regular").text(value, MARGIN.left + INDENT + labelWidth, top, { width: valueWidth, lineGap: LINE_GAP });
  }
}

function drawSignature(page: Page, { office, issuedOn }: DocumentContent): void {
  if (page.y + SIGNATURE > bottomOf(page)) page.addPage();
  const width = 250;
  const left = page.page.width - MARGIN.right - width;
  const top = page.y + 48;
  page.fillColor(INK).font("regular").fontSize(BODY).text(office, left, top, { width, align: "center" });
  page.text(formatChineseDate(issuedOn), left, top + 26, { width, align: "center" });
  drawSeal(page, office, { cx: left + width / 2, cy: top + 16, radius: SEAL_RADIUS });
}

/** 页数画完才知道，页脚最后写；写在下边距之内，先放开边距，免得又添一页。 */
export function drawFeet(page: Page, lines: readonly string[]): void {
  const { start, count } = page.bufferedPageRange();
  for (let index = start; index < start + count; index += 1) {
    page.switchToPage(index);
    page.page.margins.bottom = 0;
    const top = page.page.height - 78;
    page.moveTo(MARGIN.left, top - 8).lineTo(page.page.width - MARGIN.right, top - 8).lineWidth(0.5).strokeColor("#c9d0da").stroke();
    page.fillColor(SOFT).font("regular").fontSize(8.5);
    lines.forEach((line, row) => page.text(line, MARGIN.left, top + row * 11.5, { lineBreak: false }));
    page.text(`第 ${index - start + 1} 页 共 ${count} 页`, MARGIN.left, top, { width: widthOf(page), align: "right", lineBreak: false });
  }
}
