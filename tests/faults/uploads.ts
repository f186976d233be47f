import { deflateRawSync } from "node:zlib";
import { inspectFile } from "@/lib/integrations/file-inspection";
import { pdfFile } from "@/tests/builders/files";
import type { Fault } from "./fault";

interface Hostile {
  name: string;
  bytes: Buffer;
}

const eicar = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("");
const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

/** A zip with one entry that says it is small and is not. */
function bomb(entry: string, megabytes: number): Buffer {
  const [name, content] = [Buffer.from(entry), deflateRawSync(Buffer.alloc(megabytes * 1024 * 1024), { level: 9 })];
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(content.length, 18);
  local.writeUInt32LE(100, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(content.length, 20);
  central.writeUInt32LE(100, 24);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + content.length, 16);
  return Buffer.concat([local, name, content, central, name, end]);
}

const inPdf = async (dictionary: string): Promise<Buffer> => {
  const bytes = await pdfFile(() => {}, false);
  return Buffer.from(bytes.toString("latin1").replace("/Type /Catalog", `/Type /Catalog ${dictionary}`), "latin1");
};

/** What is no document at all, under every name a document may have. */
async function masquerades(): Promise<Hostile[]> {
  const contents: Record<string, Buffer> = {
    html: Buffer.from("<!doctype html><script>alert(1)</script>"), svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), exe: Buffer.concat([Buffer.from("MZ"), Buffer.alloc(300, 1)]),
    elf: Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46]), Buffer.alloc(300)]), shell: Buffer.from("#!/bin/sh\nrm -rf /\n"), php: Buffer.from("<?php system($_GET['c']); ?>"), empty: Buffer.alloc(0),
    text: Buffer.from("just words"), zeros: Buffer.alloc(4_096), gif: Buffer.from("GIF89a/*<script>*/=1;"), rar: Buffer.from("Rar!\u001a\u0007\u0000"), eicar: Buffer.from(eicar), cutPng: png.subarray(0, 20),
    htmlInPng: Buffer.concat([png.subarray(0, 8), Buffer.from("<script>alert(1)</script>")]), pdfHead: Buffer.from("%PDF-1.7\n<script>alert(1)</script>"), pngThenEicar: Buffer.concat([png, Buffer.from(eicar)]),
  };
  return Object.entries(contents).flatMap(([kind, bytes]) => ["a.pdf", "a.jpg", "a.png", "a.docx", "a.doc"].map((name) => ({ name: `${kind}/${name}`, bytes })));
}

async function hostileFiles(): Promise<Hostile[]> {
  const actions = ["/OpenAction << /S /JavaScript /JS (app.alert(1)) >>", "/OpenAction << /S /Launch /F (cmd.exe) >>", "/AA << /O << /S /JavaScript /JS (1) >> >>", "/Names << /EmbeddedFiles << /Names [(a) 1 0 R] >> >>", "/Names << /JavaScript << /Names [(a) 1 0 R] >> >>"];
  const sound = await pdfFile(() => {}, false);
  const pdfs = await Promise.all(actions.map(async (action, n) => ({ name: `active${n}/a.pdf`, bytes: await inPdf(action) })));
  const names = ["a.exe", "a.pdf.exe", "a.html", "a.svg", "a.js", "a.sh", "a", "a.zip"].map((name) => ({ name: `named/${name}`, bytes: sound }));
  const swapped = [{ name: "swapped/a.png", bytes: sound }, { name: "swapped/a.jpg", bytes: png }, { name: "swapped/a.pdf", bytes: png }, { name: "cut/a.pdf", bytes: sound.subarray(0, sound.length / 2) }, { name: "eicar/a.pdf", bytes: Buffer.concat([sound, Buffer.from(eicar)]) }];
  const bombs = ["word/document.xml", "[Content_Types].xml", "../../etc/passwd"].map((entry) => ({ name: `bomb ${entry}/a.docx`, bytes: bomb(entry, 300) }));
  return [...(await masquerades()), ...pdfs, ...names, ...swapped, ...bombs];
}

const MOST_MEMORY = 400;

/** T10: hostile files, by the inspection every upload passes before anyone can open it. */
export const hostileUploads: Fault = {
  id: "T10", what: "有害的文件：冒名、伪装、脚本、压缩炸弹、病毒样本", target: "0 个收下，内存有限",
  async run() {
    const files = await hostileFiles();
    const before = process.memoryUsage().rss;
    let most = 0;
    const accepted: string[] = [];
    for (const { name, bytes } of files) {
      const verdict = await inspectFile(bytes, name.split("/").at(-1) ?? "").catch((error: unknown) => ({ verdict: `threw ${String(error)}` }));
      if (verdict.verdict !== "refused" && verdict.verdict !== "unscanned") accepted.push(`${name} ${verdict.verdict}`);
      most = Math.max(most, process.memoryUsage().rss - before);
    }
    const megabytes = Math.round(most / 1024 / 1024);
    if (accepted.length > 0) console.error(accepted);
    return { figure: `${files.length} 个文件，收下 ${accepted.length}；内存至多多用 ${megabytes} MB`, pass: accepted.length === 0 && files.length >= 100 && megabytes < MOST_MEMORY, detail: { files: files.length, accepted: accepted.length, megabytes } };
  },
};
