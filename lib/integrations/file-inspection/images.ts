/** 像素过多的图片打开就会占满内存；手机最高一亿像素，放宽一些。 */
const MAX_PIXELS = 120_000_000;

const truncated = "图片不完整，请重新导出或拍摄后再传";
const hiddenContent = "图片里夹带了别的内容，请重新导出后再传";

function faultOfSize(width: number, height: number): string | undefined {
  if (width < 1 || height < 1) return truncated;
  return width * height > MAX_PIXELS ? "图片尺寸过大，请缩小后再传" : undefined;
}

/** 图片之后还跟着网页、脚本、压缩包的，是伪装的文件。 */
function hidesContent(bytes: Buffer, end: number): boolean {
  const tail = bytes.subarray(end);
  if (tail.includes("PK\u0003\u0004") || tail.includes("PK\u0005\u0006") || tail.includes("%PDF-") || tail.includes("MZ\u0090\u0000", 0, "latin1")) return true;
  return /<script|<iframe|<!doctype html|<\?php/i.test(bytes.toString("latin1"));
}

/** JPEG：逐段走到图像数据，须有尺寸、有结尾。 */
export function faultInJpeg(bytes: Buffer): string | undefined {
  let at = 2;
  let size: { width: number; height: number } | undefined;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return truncated;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = bytes.readUInt16BE(at + 2);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame && at + 9 <= bytes.length) size = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += 2 + length;
    if (marker === 0xda) break;
    if (length < 2) return truncated;
  }
  const end = bytes.lastIndexOf(Buffer.from([0xff, 0xd9]));
  if (!size || at > bytes.length || end < at) return truncated;
  return faultOfSize(size.width, size.height) ?? (hidesContent(bytes, end + 2) ? hiddenContent : undefined);
}

/** PNG：第一段是 IHDR，逐段走到 IEND，中间有图像数据。 */
export function faultInPng(bytes: Buffer): string | undefined {
  let at = 8;
  let hasData = false;
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString("latin1", at + 4, at + 8);
    if (at === 8 && (type !== "IHDR" || length !== 13)) return truncated;
    hasData ||= type === "IDAT";
    at += 12 + length;
    if (type === "IEND") return endOfPng(bytes, at, hasData);
  }
  return truncated;
}

function endOfPng(bytes: Buffer, end: number, hasData: boolean): string | undefined {
  if (!hasData || end > bytes.length) return truncated;
  return faultOfSize(bytes.readUInt32BE(16), bytes.readUInt32BE(20)) ?? (hidesContent(bytes, end) ? hiddenContent : undefined);
}
