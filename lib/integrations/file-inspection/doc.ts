/** 旧 Word 文档（OLE2 复合文件）的目录项：128 字节一项，UTF-16 名字在前，长度与种类在后。 */
const ENTRY = 128;

interface DirectoryEntry {
  name: string;
  /** 1 目录，2 流，5 根。 */
  kind: number;
}

/** 目录扇区总在 512 字节边界上：逐格扫描，绕过扇区链表也躲不掉。 */
function entriesOf(bytes: Buffer): DirectoryEntry[] {
  const entries: DirectoryEntry[] = [];
  for (let at = 512; at + ENTRY <= bytes.length; at += ENTRY) {
    const length = bytes.readUInt16LE(at + 64);
    const kind = bytes.readUInt8(at + 66);
    if (length < 4 || length > 64 || length % 2 !== 0 || ![1, 2, 5].includes(kind) || bytes.readUInt8(at + 67) > 1) continue;
    if (bytes.readUInt16LE(at + length - 2) !== 0) continue;
    entries.push({ name: bytes.toString("utf16le", at, at + length - 2), kind });
  }
  return entries;
}

const macros = new Set(["macros", "vba", "_vba_project", "_vba_project_cur"]);
const packages = new Set(["\u0001ole10native"]);
const encrypted = new Set(["encryptedpackage", "encryptioninfo"]);

/** 旧 Word 文档（doc）哪里不能收；能收的为 undefined。 */
export function faultInDoc(bytes: Buffer): string | undefined {
  const names = new Set(entriesOf(bytes).map((entry) => entry.name.toLowerCase()));
  const has = (known: ReadonlySet<string>): boolean => [...names].some((name) => known.has(name));
  if (has(encrypted)) return "文件已加密，请去掉密码后再传";
  if (!names.has("worddocument")) return "这不是 Word 文档，请另存为 .doc 或 .docx 后再传";
  if (has(macros)) return "文档带有宏，请另存为不含宏的 .docx 后再传";
  if (has(packages)) return "文档里嵌入了其他程序的对象，请去掉或转成 PDF 后再传";
  return isEncryptedWord(bytes) ? "文件已加密，请去掉密码后再传" : undefined;
}

/** WordDocument 流开头的 FIB：0xA5EC 起，第 11 字节的最低位是加密标记。 */
function isEncryptedWord(bytes: Buffer): boolean {
  for (let at = 512; at + 12 <= bytes.length; at += 512) {
    const isFib = bytes.readUInt16LE(at) === 0xa5ec && bytes.readUInt16LE(at + 2) >= 0x0065;
    if (isFib) return (bytes.readUInt8(at + 11) & 1) === 1;
  }
  return false;
}
