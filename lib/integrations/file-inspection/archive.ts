import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";

/** 打开压缩包（docx、xlsx 都是）之前先看清里面，炸弹、越界路径、加密一律拒绝。 */
export interface ArchiveLimits {
  maxEntries: number;
  maxTotalBytes: number;
  /** 超过 1 MB 的文件，解开后至多是压缩时的多少倍。 */
  maxRatio: number;
}

export const officeLimits: ArchiveLimits = { maxEntries: 2_000, maxTotalBytes: 100 * 1024 * 1024, maxRatio: 200 };

export interface Archive {
  names: readonly string[];
  /** 要看内容的小文件，按名字。 */
  texts: ReadonlyMap<string, string>;
}

/** 压缩包不能收；message 是给人看的原因。 */
export class ArchiveFault extends Error {
  override name = "ArchiveFault";
}

const MEGABYTE = 1024 * 1024;
const SMALL = 256 * 1024;

/**
 * 解开每一项核对大小，内容用过即弃；wanted 说哪些小文件要留下文字，watch 得见每一项的内容。
 * @throws ArchiveFault
 */
export async function inspectArchive(
  bytes: Buffer,
  limits: ArchiveLimits,
  wanted: (name: string) => boolean,
  watch: (content: Buffer) => void = () => {},
): Promise<Archive> {
  const names: string[] = [];
  const texts = new Map<string, string>();
  let total = 0;
  try {
    const zip = await fromBufferPromise(bytes, { strictFileNames: true });
    for await (const entry of zip.eachEntry()) {
      names.push(entry.fileName);
      refuseByHeader(entry, names.length, limits);
      if (entry.fileName.endsWith("/")) continue;
      const content = await drain(zip, entry, limits.maxTotalBytes - total, wanted(entry.fileName), watch);
      total += content.size;
      if (content.text !== undefined) texts.set(entry.fileName, content.text);
    }
  } catch (error) {
    if (error instanceof ArchiveFault) throw error;
    throw new ArchiveFault("文件已损坏或内部结构不正确，请重新保存后再传");
  }
  return { names, texts };
}

function refuseByHeader(entry: Entry, count: number, limits: ArchiveLimits): void {
  if (count > limits.maxEntries) throw new ArchiveFault("文件内部项目过多，请另存为新文件后再传");
  if (entry.isEncrypted()) throw new ArchiveFault("文件已加密，请去掉密码后再传");
  const bomb = entry.uncompressedSize > MEGABYTE && entry.uncompressedSize > entry.compressedSize * limits.maxRatio;
  if (bomb || entry.uncompressedSize > limits.maxTotalBytes) throw tooBig();
}

const tooBig = (): ArchiveFault => new ArchiveFault("文件解开后过大，不能接收，请另存为新文件后再传");

async function drain(zip: ZipFile, entry: Entry, room: number, keep: boolean, watch: (content: Buffer) => void): Promise<{ size: number; text?: string }> {
  const kept: Buffer[] = [];
  let size = 0;
  for await (const piece of await zip.openReadStreamPromise(entry)) {
    const chunk = piece as Buffer;
    size += chunk.length;
    if (size > room) throw tooBig();
    watch(chunk);
    if (keep && size <= SMALL) kept.push(chunk);
  }
  return keep ? { size, text: Buffer.concat(kept).toString("utf8") } : { size };
}
