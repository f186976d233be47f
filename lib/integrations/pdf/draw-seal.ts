import type PDFDocument from "pdfkit";

const SEAL = "#c8102e";

type Page = InstanceType<typeof PDFDocument>;

/** 样章：圆框、机关名称沿弧排列、五角星；尺寸随半径。 */
export function drawSeal(page: Page, issuer: string, { cx, cy, radius }: { cx: number; cy: number; radius: number }): void {
  const scale = radius / 56;
  page.save().opacity(0.82).lineWidth(2.6 * scale).strokeColor(SEAL).circle(cx, cy, radius).stroke();
  page.fillColor(SEAL);
  const points = Array.from({ length: 10 }, (_, i) => {
    const angle = (Math.PI / 5) * i - Math.PI / 2;
    const length = (i % 2 === 0 ? 19 : 7.6) * scale;
    return [cx + length * Math.cos(angle), cy - 2 * scale + length * Math.sin(angle)] as [number, number];
  });
  page.polygon(...points).fill();
  const characters = [...issuer];
  const spread = Math.min(260, characters.length * 24);
  page.font("bold").fontSize(11.5 * scale);
  characters.forEach((character, i) => {
    const degrees = characters.length === 1 ? 0 : -spread / 2 + (spread / (characters.length - 1)) * i;
    page.save().rotate(degrees, { origin: [cx, cy] });
    page.text(character, cx - 5.75 * scale, cy - radius + 6 * scale, { lineBreak: false }).restore();
  });
  page.font("regular").fontSize(9 * scale).text("样章", cx - 20 * scale, cy + 30 * scale, { width: 40 * scale, align: "center", characterSpacing: 2 });
  page.restore();
}
