import jsQR from "jsqr";
import { getDocument, OPS } from "pdfjs-dist/legacy/build/pdf.mjs";
import { PNG } from "pngjs";

interface Square {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What a phone reads from a PNG. */
export function readPng(bytes: Buffer): string | undefined {
  const { data, width, height } = PNG.sync.read(bytes);
  return jsQR(new Uint8ClampedArray(data), width, height)?.data;
}

/** What a phone reads from an SVG whose code is one stroked path of rows (M x y.5 h length). */
export function readSvg(svg: string): string | undefined {
  const path = /stroke="#000000" d="([^"]+)"/.exec(svg)?.[1] ?? "";
  const runs: Square[] = [];
  let [x, y] = [0, 0];
  for (const [, command, numbers = ""] of path.matchAll(/([Mmh])([^Mmh]*)/g)) {
    const [first = 0, second = 0] = numbers.trim().split(/[ ,]+/).map(Number);
    if (command === "h") runs.push({ x, y: y - 0.5, width: first, height: 1 });
    if (command === "h") x += first;
    else [x, y] = command === "M" ? [first, second] : [x + first, y + second];
  }
  return scan(runs);
}

/** The words of every page of a PDF without blanks, and what the QR code of each page says. */
export async function readPdf(bytes: Buffer): Promise<{ text: string; qr: string | undefined }[]> {
  const document = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false }).promise;
  const pages: { text: string; qr: string | undefined }[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const { fnArray, argsArray } = await page.getOperatorList();
    const paths = (argsArray as unknown[][]).filter((_, index) => fnArray[index] === OPS.constructPath).map((args) => (args[1] as ArrayLike<number>[])[0] ?? []);
    const cells = paths.map(squaresIn).toSorted((a, b) => b.length - a.length)[0] ?? [];
    pages.push({ text: items.map((item) => ("str" in item ? item.str : "")).join("").replace(/\s/g, ""), qr: scan(cells) });
  }
  return pages;
}

/** A path of squares is a run of 13 numbers each: move, three lines, close. */
function squaresIn(path: ArrayLike<number>): Square[] {
  const found: Square[] = [];
  for (let at = 0; at + 12 < path.length && path[at] === 0 && path[at + 12] === 4; at += 13) {
    const [x, y, right, bottom] = [path[at + 1] ?? 0, path[at + 2] ?? 0, path[at + 4] ?? 0, path[at + 8] ?? 0];
    found.push({ x, y, width: right - x, height: Math.abs(bottom - y) });
  }
  return found;
}

/** Paints the dark areas as pixels and reads them as a phone would. */
function scan(areas: readonly Square[]): string | undefined {
  if (areas.length === 0) return undefined;
  const cell = Math.min(...areas.map(({ height }) => height));
  const [left, top] = [Math.min(...areas.map(({ x }) => x)), Math.min(...areas.map(({ y }) => y))];
  const right = Math.max(...areas.map(({ x, width }) => x + width));
  const [scale, margin] = [6, 4];
  const side = (Math.round((right - left) / cell) + margin * 2) * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const { x, y, width, height } of areas) {
    const [column, row] = [Math.round((x - left) / cell) + margin, Math.round((y - top) / cell) + margin];
    for (let dy = 0; dy < Math.round(height / cell) * scale; dy += 1) {
      for (let dx = 0; dx < Math.round(width / cell) * scale; dx += 1) pixels.set([0, 0, 0, 255], ((row * scale + dy) * side + column * scale + dx) * 4);
    }
  }
  return jsQR(pixels, side, side)?.data;
}
