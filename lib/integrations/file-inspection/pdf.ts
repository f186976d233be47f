import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFRef, PDFStream } from "@cantoo/pdf-lib";
import { faultInPdfLayout } from "./pdf-layout";
import { faultInPdfStreams } from "./pdf-streams";

const broken = "PDF 打不开或不完整，请重新导出后再传";
const encrypted = "PDF 已加密，请去掉密码或限制后再传";
const hidden = "文件末尾附有不属于 PDF 的内容，请重新导出后再传";

/** 出现这些键就不收；值是给人看的说法。 */
const forbiddenKeys: Readonly<Record<string, string>> = {
  JavaScript: "脚本", JS: "脚本", Launch: "启动程序的动作", AA: "自动执行的动作", EmbeddedFile: "内嵌文件", EmbeddedFiles: "内嵌文件",
  EF: "内嵌文件", RichMedia: "多媒体", XFA: "动态表单",
};
const forbiddenActions: Readonly<Record<string, string>> = {
  JavaScript: "脚本", Launch: "启动程序的动作", ImportData: "导入数据的动作", SubmitForm: "提交数据的动作", GoToE: "内嵌文件", RichMediaExecute: "多媒体",
};
/** 文件说明：内嵌文件的流自己也这样称呼。 */
const forbiddenTypes: Readonly<Record<string, string>> = { EmbeddedFile: "内嵌文件", RichMedia: "多媒体" };
const MAX_OBJECTS = 300_000;

/** PDF 哪里不能收；能收的为 undefined。 */
export async function faultInPdf(bytes: Buffer): Promise<string | undefined> {
  const end = bytes.lastIndexOf("%%EOF");
  if (end < 0) return broken;
  const tail = bytes.subarray(end + 5);
  if (tail.length > 2_048 || tail.includes("PK\u0005\u0006") || /<script|<html|<!doctype/i.test(tail.toString("latin1"))) return hidden;
  const inStreams = faultInPdfLayout(bytes) ?? faultInPdfStreams(bytes);
  // 加密的流自然解不开，说清楚是因为加密
  if (inStreams) return bytes.includes("/Encrypt") ? encrypted : inStreams;
  const document = await load(bytes);
  if (!document) return broken;
  if (document.context.trailerInfo.Encrypt) return encrypted;
  const found = activeContent(document);
  return found && `PDF 里有${found}，请打印成普通 PDF 后再传`;
}

async function load(bytes: Buffer): Promise<PDFDocument | undefined> {
  try {
    const document = await PDFDocument.load(bytes, { ignoreEncryption: true, updateMetadata: false, preserveXFA: true, warnOnInvalidObjects: false });
    return document.context.trailerInfo.Encrypt || document.getPageCount() > 0 ? document : undefined;
  } catch {
    return undefined;
  }
}

function activeContent(document: PDFDocument): string | undefined {
  const pending: PDFObject[] = document.context.enumerateIndirectObjects().map(([, object]) => object);
  let visited = 0;
  for (let object = pending.pop(); object; object = pending.pop()) {
    visited += 1;
    if (visited > MAX_OBJECTS) return "过多的对象";
    if (object instanceof PDFArray) pending.push(...object.asArray());
    const dict = object instanceof PDFStream ? object.dict : object;
    if (!(dict instanceof PDFDict)) continue;
    const found = inDictionary(dict);
    if (found) return found;
    pending.push(...dict.values());
  }
  return undefined;
}

function inDictionary(dict: PDFDict): string | undefined {
  for (const [key, value] of dict.entries()) {
    const name = key.decodeText();
    const word = ownWord(forbiddenKeys, name);
    if (word) return word;
    if (name === "OpenAction" && !isPlainDestination(dict, value)) return "打开时执行的动作";
    const said = nameOf(dict, value);
    const named = said === undefined ? undefined : name === "S" ? ownWord(forbiddenActions, said) : name === "Type" || name === "Subtype" ? ownWord(forbiddenTypes, said) : undefined;
    if (named) return named;
  }
  return undefined;
}

const ownWord = (words: Readonly<Record<string, string>>, name: string): string | undefined => (Object.hasOwn(words, name) ? words[name] : undefined);

function followed(dict: PDFDict, value: PDFObject): PDFObject | undefined {
  return value instanceof PDFRef ? dict.context.lookup(value) : value;
}

function nameOf(dict: PDFDict, value: PDFObject): string | undefined {
  const target = followed(dict, value);
  return target instanceof PDFName ? target.decodeText() : undefined;
}

/** 打开时跳到某页是寻常的，别的动作不是。 */
function isPlainDestination(dict: PDFDict, value: PDFObject): boolean {
  const target = followed(dict, value);
  if (!(target instanceof PDFDict)) return true;
  const action = target.get(PDFName.of("S"));
  return action !== undefined && nameOf(dict, action) === "GoTo" && !target.has(PDFName.of("Next"));
}
