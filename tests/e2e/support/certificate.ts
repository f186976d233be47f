import type { Locator } from "@playwright/test";
import jsQR from "jsqr";
import { getDocument, OPS } from "pdfjs-dist/legacy/build/pdf.mjs";
import { PNG } from "pngjs";

/** The words of a certificate's first page, without blanks, and what its QR code says. */
export async function readCertificate(bytes: Buffer): Promise<{ text: string; qr: string | undefined }> {
  const document = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false }).promise;
  const page = await document.getPage(1);
  const { items } = await page.getTextContent();
  const text = items.map((item) => ("str" in item ? item.str : "")).join("").replace(/\s/g, "");
  const { fnArray, argsArray } = await page.getOperatorList();
  const paths = (argsArray as unknown[][]).filter((_, index) => fnArray[index] === OPS.constructPath).map((args) => (args[1] as ArrayLike<number>[])[0] ?? []);
  const squares = paths.map(squaresIn).sort((a, b) => b.length - a.length)[0] ?? [];
  return { text, qr: scan(squares) };
}

interface Square {
  x: number;
  y: number;
  side: number;
}

/** A path of squares is a run of 13 numbers each: move, three lines, close. */
function squaresIn(path: ArrayLike<number>): Square[] {
  const found: Square[] = [];
  for (let at = 0; at + 12 < path.length && path[at] === 0 && path[at + 12] === 4; at += 13) {
    const [x, y, right] = [path[at + 1] ?? 0, path[at + 2] ?? 0, path[at + 4] ?? 0];
    found.push({ x, y, side: right - x });
  }
  return found;
}

/** Paints the dark squares as pixels and reads them as a phone would. */
function scan(squares: readonly Square[]): string | undefined {
  const [left, top] = [Math.min(...squares.map(({ x }) => x)), Math.min(...squares.map(({ y }) => y))];
  const cells = squares.map(({ x, y, side }) => ({ column: Math.round((x - left) / side), row: Math.round((y - top) / side) }));
  const [scale, margin] = [6, 4];
  const side = (Math.max(...cells.map(({ column }) => column)) + 1 + margin * 2) * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const { column, row } of cells) {
    for (let dy = 0; dy < scale; dy += 1) {
      for (let dx = 0; dx < scale; dx += 1) pixels.set([0, 0, 0, 255], (((row + margin) * scale + dy) * side + (column + margin) * scale + dx) * 4);
    }
  }
  return jsQR(pixels, side, side)?.data;
}

/** What the QR code on a page says, read from the screen. */
export async function readQr(picture: Locator): Promise<string | undefined> {
  const { data, width, height } = PNG.sync.read(await picture.screenshot());
  return jsQR(new Uint8ClampedArray(data), width, height)?.data;
}
