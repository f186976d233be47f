import { fileTypeFromBuffer } from "file-type";
import { faultInDoc } from "./doc";
import { faultInDocx } from "./docx";
import { hasEicar, infectedReason } from "./eicar";
import { faultInJpeg, faultInPng } from "./images";
import { faultInPdf } from "./pdf";
import { fileScanner, type FileScanner } from "./scanner";

export { fileScanner, type FileScanner } from "./scanner";

/** 检查的结论；unscanned 是病毒扫描没有做成，既不能说好也不能说坏。 */
export type Verdict = { verdict: "accepted"; mediaType: string } | { verdict: "refused"; reason: string } | { verdict: "unscanned"; reason: string };

interface Format {
  mediaType: string;
  /** 与内容相符的扩展名。 */
  extensions: readonly string[];
  faultIn: (bytes: Buffer) => Promise<string | undefined> | string | undefined;
}

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const docx: Format = { mediaType: DOCX, extensions: ["docx"], faultIn: faultInDocx };

/** 按文件开头的字节认出的类型 → 收的格式；不在其中的一概不收。 */
const formats: Readonly<Record<string, Format>> = {
  "application/pdf": { mediaType: "application/pdf", extensions: ["pdf"], faultIn: faultInPdf },
  "image/jpeg": { mediaType: "image/jpeg", extensions: ["jpg", "jpeg"], faultIn: faultInJpeg },
  "image/png": { mediaType: "image/png", extensions: ["png"], faultIn: faultInPng },
  "application/x-cfb": { mediaType: "application/msword", extensions: ["doc"], faultIn: faultInDoc },
  [DOCX]: docx,
  // 有的软件写出的 docx 项目次序不同，只认得出是压缩包；里面不是 Word 的会在细查时拒绝
  "application/zip": docx,
};

const extensionOf = (name: string): string => name.slice(name.lastIndexOf(".") + 1).toLowerCase();

/** 按内容核对一个文件：类型、结构、夹带、病毒。名字只用来发现「名不副实」。 */
export async function inspectFile(bytes: Buffer, name: string, { imagesOnly = false, scanner = fileScanner() }: { imagesOnly?: boolean; scanner?: FileScanner } = {}): Promise<Verdict> {
  if (bytes.length === 0) return refused("这是空文件，请换一个文件");
  if (hasEicar(bytes)) return refused(infectedReason);
  const detected = await fileTypeFromBuffer(bytes);
  const format = detected && Object.hasOwn(formats, detected.mime) ? formats[detected.mime] : undefined;
  if (!format) return refused(imagesOnly ? "不收这种文件，请换成 JPG 或 PNG 图片" : "不收这种文件，请换成 PDF、JPG、PNG 或 Word");
  if (!format.extensions.includes(extensionOf(name))) return refused("文件内容与扩展名不符，请用原来的软件另存为正确的格式后再传");
  if (imagesOnly && !format.mediaType.startsWith("image/")) return refused("这里只收 JPG、PNG 图片");
  const fault = await format.faultIn(bytes);
  if (fault) return refused(fault);
  const scan = await scanner.scan(bytes);
  if (scan.verdict === "infected") return refused(infectedReason);
  return scan.verdict === "clean" ? { verdict: "accepted", mediaType: format.mediaType } : { verdict: "unscanned", reason: scan.reason };
}

const refused = (reason: string): Verdict => ({ verdict: "refused", reason });
