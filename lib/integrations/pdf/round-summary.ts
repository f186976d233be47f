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

/** 附在文字之后的一张图，画到它时才读进来：内存里只有一张。 */
export interface Picture {
  caption: string;
  load: () => Promise<Uint8Array>;
}

/** 一轮提交的全部内容，A4 竖放，中文字体嵌入；画满一页送出一页，内存里只有正在画的这一页。 */
export function roundPdf({ title, foot, parts }: RoundDocument, pictures: readonly Picture[] = []): RoundPdf {
  const page: Page = new PDFDocument({ size: "A4", margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN + FOOT }, info: { Title: title, Subject: foot } });
  page.registerFont("regular", fonts.regular).registerFont("bold", fonts.bold);
  const pen: Pen = { font: "regular", size: 10, color: INK, pages: 1 };
  drawFoot(page, pen, foot);
  // 文字写到页底会自己换页：先写页脚，再把笔换回来，接着写的字不变样
  page.on("pageAdded", () => {
    pen.pages += 1;
    drawFoot(page, pen, foot);
  });
  const draw = async (): Promise<void> => {
    take(page, pen, "bold", 20, INK).text(title, { align: "center" }).moveDown(0.6);
    for (const part of parts) {
      drawPart(page, pen, part);
      await breathe();
      // 要的人走了，不必再画
      if (page.destroyed) return;
    }
    for (const picture of pictures) {
      await drawPicture(page, pen, picture);
      if (page.destroyed) return;
    }
    drawEnd(page, pen);
    page.end();
  };
  return { stream: page, draw };
}

/** 手里的笔与画到第几页。 */
interface Pen {
  font: "regular" | "bold";
  size: number;
  color: string;
  pages: number;
}

/** 换一支笔。 */
function take(page: Page, pen: Pen, font: Pen["font"], size: number, color: string): Page {
  Object.assign(pen, { font, size, color });
  return page.font(font).fontSize(size).fillColor(color);
}

const widthOf = (page: Page): number => page.page.width - 2 * MARGIN;

/** 页脚在下边距之内，写时放开边距，免得又添一页；写完回到原处。 */
function drawFoot(page: Page, { font, size, color, pages }: Pen, foot: string): void {
  const { x, y } = page;
  const { bottom } = page.page.margins;
  page.page.margins.bottom = 0;
  const line = page.page.height - MARGIN;
  page.font("regular").fontSize(9).fillColor(SOFT).text(foot, MARGIN, line, { lineBreak: false });
  page.text(`第 ${pages} 页`, MARGIN, line, { width: widthOf(page), align: "right", lineBreak: false });
  page.page.margins.bottom = bottom;
  page.font(font).fontSize(size).fillColor(color);
  page.x = x;
  page.y = y;
}

/** 页数画完才知道，写在最后：少了一页看得出来。 */
function drawEnd(page: Page, pen: Pen): void {
  need(page, 40);
  take(page, pen, "regular", 9, SOFT).moveDown(1).text(`全文完，共 ${pen.pages} 页`, MARGIN, page.y, { width: widthOf(page), align: "center" });
}

function drawPart(page: Page, pen: Pen, part: RoundPart): void {
  switch (part.kind) {
    case "heading":
      return drawHeading(page, pen, part.text, part.level);
    case "terms":
      return drawRows(page, pen, part.rows.map(({ label, value }) => [label, value]));
    case "changes":
      return drawRows(page, pen, [["事项", "变更前", "变更后"], ...part.rows.map(({ label, before, after }) => [label, before || "没有", after || "没有"])]);
    case "record":
      return drawRecord(page, pen, part.title, part.text);
  }
}

const PICTURE_HEIGHT = 300;

/** 图按比例放进一块地方；画不了的不耽误别的，写明原件在哪里。 */
async function drawPicture(page: Page, pen: Pen, { caption, load }: Picture): Promise<void> {
  need(page, PICTURE_HEIGHT + 30);
  take(page, pen, "regular", 10, SOFT).moveDown(0.5).text(caption, MARGIN, page.y, { width: widthOf(page) }).moveDown(0.3);
  try {
    const bytes = await load();
    const top = page.y;
    page.image(Buffer.from(bytes), MARGIN, top, { fit: [widthOf(page), PICTURE_HEIGHT], align: "center", valign: "center" });
    page.x = MARGIN;
    page.y = top + PICTURE_HEIGHT + 6;
  } catch {
    take(page, pen, "regular", 9, SOFT).text("（这张图不能嵌入，原件在系统里）");
  }
}

/** 剩下的地方不够就换页。 */
function need(page: Page, height: number): void {
  if (page.y + height > page.page.height - page.page.margins.bottom) page.addPage();
}

function drawHeading(page: Page, pen: Pen, text: string, level: 1 | 2): void {
  need(page, level === 1 ? 64 : 48);
  page.moveDown(level === 1 ? 0.9 : 0.5);
  take(page, pen, "bold", level === 1 ? 14 : 11, INK).text(text, MARGIN, page.y, { width: widthOf(page) }).moveDown(0.3);
}

/** 一行几格：第一格是项目，其余平分；高的一格决定行高，比一页还高的自然续到下页。 */
function drawRows(page: Page, pen: Pen, rows: readonly (readonly string[])[]): void {
  for (const cells of rows) {
    const rest = (widthOf(page) - LABEL_WIDTH - GAP * (cells.length - 1)) / (cells.length - 1);
    const widths = cells.map((_, index) => (index === 0 ? LABEL_WIDTH : rest));
    take(page, pen, "regular", 10, INK);
    const height = Math.max(...cells.map((cell, index) => page.heightOfString(cell, { width: widths[index] ?? rest })));
    need(page, Math.min(height + 7, 400));
    const top = page.y;
    let [x, bottom] = [MARGIN, top];
    cells.forEach((cell, index) => {
      take(page, pen, "regular", 10, index === 0 ? SOFT : INK).text(cell, x, top, { width: widths[index] ?? rest });
      bottom = Math.max(bottom, page.y);
      x += (widths[index] ?? rest) + GAP;
    });
    page.moveTo(MARGIN, bottom + 3).lineTo(MARGIN + widthOf(page), bottom + 3).lineWidth(0.5).strokeColor(LINE).stroke();
    page.x = MARGIN;
    page.y = bottom + 7;
  }
}

function drawRecord(page: Page, pen: Pen, title: string, text: string): void {
  need(page, 36);
  take(page, pen, "bold", 10, INK).text(title, MARGIN, page.y, { width: widthOf(page) });
  take(page, pen, "regular", 9.5, SOFT).text(text, { width: widthOf(page), lineGap: 1 }).moveDown(0.5);
}
