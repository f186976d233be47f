import { ArchiveFault, inspectArchive, officeLimits } from "./archive";
import { eicarWatch } from "./eicar";

const macros = /(^|\/)(vbaProject\.bin|vbaData\.xml)$|(^|\/)activeX\//i;
/** 内嵌的程序包；嵌入的 Office 文档（docx、xlsx、pptx、emf）不在此列。 */
const packages = /(^|\/)embeddings\/.*\.bin$/i;
const interesting = /^\[Content_Types\]\.xml$|^word\/_rels\/settings\.xml\.rels$/;

/** Word 文档（docx）哪里不能收；能收的为 undefined。 */
export async function faultInDocx(bytes: Buffer): Promise<string | undefined> {
  const eicar = eicarWatch();
  try {
    const { names, texts } = await inspectArchive(bytes, officeLimits, (name) => interesting.test(name), eicar.watch);
    const types = texts.get("[Content_Types].xml");
    if (types === undefined || !names.includes("word/document.xml")) return "这不是 Word 文档，请另存为 .docx 后再传";
    if (/macroEnabled|vbaProject/i.test(types) || names.some((name) => macros.test(name))) return "文档带有宏，请另存为不含宏的 .docx 后再传";
    if (names.some((name) => packages.test(name))) return "文档里嵌入了其他程序的对象，请去掉或转成 PDF 后再传";
    const settings = texts.get("word/_rels/settings.xml.rels") ?? "";
    if (/attachedTemplate/i.test(settings) && /TargetMode\s*=\s*["']External/i.test(settings)) return "文档引用了外部模板，请改用“Normal”模板另存后再传";
    return eicar.found() ? eicar.reason : undefined;
  } catch (error) {
    if (error instanceof ArchiveFault) return error.message;
    throw error;
  }
}
