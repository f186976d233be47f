import { PDFDocument, PDFHexString, PDFName, PDFString } from "@cantoo/pdf-lib";
import { Document, Packer, Paragraph } from "docx";
import JSZip from "jszip";
import { PNG } from "pngjs";

/** 一页能打开的 PDF。 */
export async function pdfFile(change: (document: PDFDocument) => void = () => {}, useObjectStreams = true): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage([300, 400]).drawText("Business licence");
  change(document);
  return Buffer.from(await document.save({ useObjectStreams }));
}

const catalogue = (document: PDFDocument, key: string, value: Record<string, unknown>): void => document.catalog.set(PDFName.of(key), document.context.obj(value as never));

/** 各种夹带的 PDF：名称 → 文件。 */
export const hostilePdfs: Readonly<Record<string, () => Promise<Buffer>>> = {
  脚本: () => pdfFile((document) => catalogue(document, "Names", { JavaScript: { Names: [PDFString.of("x"), { S: "JavaScript", JS: PDFString.of("app.alert(1)") }] } })),
  打开时执行: () => pdfFile((document) => catalogue(document, "OpenAction", { S: "URI", URI: PDFString.of("http://example.com") })),
  启动程序: () => pdfFile((document) => catalogue(document, "Dests", { a: { S: "Launch", F: PDFString.of("calc.exe") } })),
  自动动作: () => pdfFile((document) => document.getPage(0).node.set(PDFName.of("AA"), document.context.obj({ O: { S: "GoTo" } }))),
  内嵌文件: () => pdfFile((document) => void document.attach(new Uint8Array([1, 2, 3]), "a.bin")),
  动态表单: () => pdfFile((document) => catalogue(document, "AcroForm", { XFA: PDFHexString.of("00") })),
  改写的名字: async () => {
    const bytes = await pdfFile((document) => catalogue(document, "Names", { JavaScript: {} }), false);
    return Buffer.from(bytes.toString("latin1").replace("/JavaScript", "/J#61vaScript"), "latin1");
  },
};

/** 一幅能解开的 PNG。 */
export function pngFile(width = 24, height = 32): Buffer {
  return PNG.sync.write(new PNG({ width, height, fill: true }));
}

/** 4×4 的 JPEG（基线，灰度）。 */
export function jpegFile(): Buffer {
  return Buffer.from(
    "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAAEAAQBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AR//Z",
    "base64",
  );
}

export function docxFile(text = "授权委托书"): Promise<Buffer> {
  return Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph(text)] }] }));
}

/** 在 docx 里加、改若干项。 */
export async function changedDocx(change: (zip: JSZip) => void): Promise<Buffer> {
  const zip = await JSZip.loadAsync(await docxFile());
  change(zip);
  return zip.generateAsync({ type: "nodebuffer", compression: "DEFLATE" });
}

/** 最小的 OLE2 复合文件：文件头加一个目录扇区，streams 是各目录项的名字。 */
export function compoundFile(streams: readonly string[]): Buffer {
  const bytes = Buffer.alloc(512 + 512 + 512);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(bytes);
  bytes.writeUInt16LE(0x3e, 24);
  bytes.writeUInt16LE(3, 26);
  bytes.writeUInt16LE(0xfffe, 28);
  bytes.writeUInt16LE(9, 30);
  ["Root Entry", ...streams].slice(0, 8).forEach((name, index) => {
    const at = 512 + index * 128;
    bytes.write(name, at, "utf16le");
    bytes.writeUInt16LE(name.length * 2 + 2, at + 64);
    bytes.writeUInt8(index === 0 ? 5 : 2, at + 66);
    bytes.writeUInt8(1, at + 67);
  });
  return bytes;
}

/** EICAR 试验样本，拆开写。 */
export const eicar = Buffer.from(["X5O!P%@AP[4\\PZX54(P^)7CC)7}", "$EICAR-STANDARD-", "ANTIVIRUS-TEST-FILE!$H+H*"].join(""), "latin1");
