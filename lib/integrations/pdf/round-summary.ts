import type { Readable } from "node:stream";
import { setImmediate as breathe } from "node:timers/promises";
import PDFDocument from "pdfkit";
import type { RoundDocument, RoundPart } from "@/lib/licensing/round-document";
import { fonts } from "./fonts";

const INK = "#1f2937";
const SOFT = "#4a5260";
const LINE = "#c9d0da";
const MARGIN = 50;
const FOOT = 40;
const LABEL_WIDTH = 150;
const GAP = 12;

type Page = InstanceType<typeof PDFDocument>;

/** 一份还没画的文书：stream 交给回应，draw 把内容一段段画进去，中间让别的请求走几步。 */
export interface RoundPdf {
  stream: Readable;
  draw: () => Promise<void>;
}

/** 一轮提交的全部内容，A4 竖放，中文字体嵌入。 */
export function roundPdf({ title, foot, parts }: RoundDocument): RoundPdf {
  const page = new PDFDocument({ size: "A4", margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN + FOOT }, bufferPages: true, info: { Title: title, Subject: foot } });
  page.registerFont("regular", fonts.regular).registerFont("bold", fonts.bold);
  const draw = async (): Promise<void> => {
    page.font("bold").fontSize(20).fillColor(INK).text(title, { align: "center" }).moveDown(0.6);
    for (const part of parts) {
      drawPart(page, part);
      await breathe();
    }
    drawFeet(page, foot);
    page.end();
  };
  return { stream: page, draw };
}

const widthOf = (page: Page): number => page.page.width - 2 * MARGIN;

/** 页数画完才知道；页脚在下边距之内，写时放开边距，免得又添一页。 */
function drawFeet(page: Page, foot: string): void {
  const { start, count } = page.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    page.switchToPage(start + index);
    page.page.margins.bottom = 0;
    const y = page.page.height - MARGIN;
    page.font("regular").fontSize(9).fillColor(SOFT).text(foot, MARGIN, y, { lineBreak: false });
    page.text(`第 ${index + 1} 页，共 ${count} 页`, MARGIN, y, { width: widthOf(page), align: "right", lineBreak: false });
  }
}

function drawPart(page: Page, part: RoundPart): void {
  switch (part.kind) {
    case "heading":
      return drawHeading(page, part.text, part.level);
    case "terms":
      return drawRows(page, part.rows.map(({ label, value }) => [label, value]));
    case "changes":
      return drawRows(page, [["事项", "变更前", "变更后"], ...part.rows.map(({ label, before, after }) => [label, before || "没有", after || "没有"])]);
    case "record":
      return drawRecord(page, part.title, part.text);
  }
}

/** 剩下的地方不够就换页。 */
function need(page: Page, height: number): void {
  if (page.y + height > page.page.height - page.page.margins.bottom) page.addPage();
}

function drawHeading(page: Page, text: string, level: 1 | 2): void {
  need(page, level === 1 ? 64 : 48);
  page.moveDown(level === 1 ? 0.9 : 0.5);
  page.font("bold").fontSize(level === 1 ? 14 : 11).fillColor(INK).text(text, MARGIN, page.y, { width: widthOf(page) }).moveDown(0.3);
}

/** 一行几格：第一格是项目，其余平分；高的一格决定行高，比一页还高的自然续到下页。 */
function drawRows(page: Page, rows: readonly (readonly string[])[]): void {
  for (const cells of rows) {
    const rest = (widthOf(page) - LABEL_WIDTH - GAP * (cells.length - 1)) / (cells.length - 1);
    const widths = cells.map((_, index) => (index === 0 ? LABEL_WIDTH : rest));
    page.font("regular").fontSize(10);
    const height = Math.max(...cells.map((cell, index) => page.heightOfString(cell, { width: widths[index] ?? rest })));
    need(page, Math.min(height + 7, 400));
    const top = page.y;
    let [x, bottom] = [MARGIN, top];
    cells.forEach((cell, index) => {
      page.fillColor(index === 0 ? SOFT : INK).text(cell, x, top, { width: widths[index] ?? rest });
      bottom = Math.max(bottom, page.y);
      x += (widths[index] ?? rest) + GAP;
    });
    page.moveTo(MARGIN, bottom + 3).lineTo(MARGIN + widthOf(page), bottom + 3).lineWidth(0.5).strokeColor(LINE).stroke();
    page.x = MARGIN;
    page.y = bottom + 7;
  }
}

function drawRecord(page: Page, title: string, text: string): void {
  need(page, 36);
  page.font("bold").fontSize(10).fillColor(INK).text(title, MARGIN, page.y, { width: widthOf(page) });
  page.font("regular").fontSize(9.5).fillColor(SOFT).text(text, { width: widthOf(page), lineGap: 1 }).moveDown(0.5);
}
