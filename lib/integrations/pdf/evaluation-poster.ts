import { setImmediate as breathe } from "node:timers/promises";
import PDFDocument from "pdfkit";
import type { PosterFace } from "@/lib/evaluation/poster";
import { documentBytes } from "./document-bytes";
import { drawQrCode } from "./draw-qr";
import { fonts } from "./fonts";

const INK = "#1b2430";
const SOFT = "#4a5260";
const BRAND = "#0f3f7a";
const TINT = "#e8f0fa";

/** A5 竖放，单位为点。 */
const PAGE = { width: 419.53, height: 595.28 };
const EDGE = 30;
const INNER = PAGE.width - EDGE * 2;
const QR = 196;

type Page = InstanceType<typeof PDFDocument>;

/** 张贴在服务点的 A5 海报，一页一张；中文字体嵌入，二维码是矢量。 */
export async function postersPdf(faces: readonly PosterFace[]): Promise<Buffer> {
  const page = new PDFDocument({ size: [PAGE.width, PAGE.height], margin: 0, autoFirstPage: false, info: { Title: faces[0]?.title ?? "", Author: faces[0]?.office ?? "" } });
  const done = documentBytes(page);
  page.registerFont("regular", fonts.regular).registerFont("bold", fonts.bold);
  for (const face of faces) {
    page.addPage();
    drawPoster(page, face);
    // 一批可达两百页：页与页之间让别的请求走几步
    await breathe();
  }
  page.end();
  return done;
}

function drawPoster(page: Page, face: PosterFace): void {
  page.rect(0, 0, PAGE.width, 96).fill(BRAND);
  page.fillColor("#ffffff").font("regular").fontSize(12).text(face.office, EDGE, 20, { width: INNER, align: "center" });
  page.font("bold").fontSize(29).text(face.title, EDGE, 40, { width: INNER, align: "center", characterSpacing: 2 });
  drawPlace(page, face);
  const top = 162;
  drawQrCode(page, face.url, { x: (PAGE.width - QR) / 2, y: top, side: QR });
  page.fillColor(SOFT).font("regular").fontSize(7).text(face.url, EDGE, top + QR + 7, { width: INNER, align: "center" });
  drawLevels(page, face.levels, 382);
  const under = drawSteps(page, face.steps, 417);
  drawNotes(page, face.notes, under + 7);
  page.fillColor(SOFT).font("regular").fontSize(9).text(face.foot, EDGE, PAGE.height - 30, { width: INNER, align: "center" });
}

/** 服务点：字多的小一号，折成两行。 */
function drawPlace(page: Page, { place, placeNote }: PosterFace): void {
  const long = [...place].length > 18;
  page.fillColor(INK).font("bold").fontSize(long ? 12 : 19).text(place, EDGE, long ? 100 : 106, { width: INNER, align: "center" });
  page.fillColor(SOFT).font("regular").fontSize(10).text(placeNote, EDGE, 137, { width: INNER, align: "center" });
}

/** 五级的词，一格一级，不靠颜色区分。 */
function drawLevels(page: Page, levels: readonly string[], y: number): void {
  const gap = 4;
  const width = (INNER - gap * (levels.length - 1)) / levels.length;
  levels.forEach((word, index) => {
    const x = EDGE + index * (width + gap);
    page.rect(x, y, width, 24).fill(TINT);
    page.fillColor(BRAND).font("bold").fontSize(11).text(word, x, y + 4, { width, align: "center", lineBreak: false });
  });
}

function drawSteps(page: Page, steps: readonly string[], y: number): number {
  let at = y;
  steps.forEach((step, index) => {
    page.fillColor(BRAND).font("bold").fontSize(11).text(`${index + 1}`, EDGE, at, { lineBreak: false });
    page.fillColor(INK).font("regular").fontSize(11).text(step, EDGE + 16, at, { width: INNER - 16 });
    at = page.y + 2;
  });
  return at;
}

function drawNotes(page: Page, notes: readonly string[], y: number): void {
  page.moveTo(EDGE, y).lineTo(PAGE.width - EDGE, y).lineWidth(0.6).strokeColor("#c9d1dc").stroke();
  page.fillColor(SOFT).font("regular").fontSize(9);
  let at = y + 7;
  for (const note of notes) {
    page.text(note, EDGE, at, { width: INNER, lineGap: 1 });
    at = page.y + 2;
  }
}
