import { onePagePdf, portraitPng } from "../../../prisma/seed/files";

export interface Scan {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** A real one-page PDF under a file name. */
export async function pdf(name: string): Promise<Scan> {
  return { name, mimeType: "application/pdf", buffer: await onePagePdf("Journey") };
}

/** A real PNG under a file name. */
export function portrait(name: string): Scan {
  return { name, mimeType: "image/png", buffer: portraitPng };
}
