import type PDFDocument from "pdfkit";
import { qrMatrix } from "./qr";

/** 画在 PDF 上的二维码：黑格是矢量，印多大都清楚。 */
export function drawQrCode(page: InstanceType<typeof PDFDocument>, text: string, { x, y, side }: { x: number; y: number; side: number }): void {
  const { size, dark } = qrMatrix(text);
  const cell = side / size;
  page.fillColor("#000000");
  for (const at of dark) page.rect(x + at.x * cell, y + at.y * cell, cell, cell);
  page.fill();
}
