import type PDFDocument from "pdfkit";

/** 画完（end）之后整份文件的字节；须在画之前就接上，否则先出的几段会丢。 */
export function documentBytes(page: InstanceType<typeof PDFDocument>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  page.on("data", (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    page.on("end", () => resolve(Buffer.concat(chunks)));
    page.on("error", reject);
  });
}
