import { withoutControls } from "@/lib/forms/plain-text";

/** 收哪些文件：选文件窗口、上传登记、批量放入共用；内容另由服务端按字节核对。 */
const byExtension = { pdf: "PDF", jpg: "JPG", jpeg: "JPG", png: "PNG", doc: "Word", docx: "Word" } as const;
const images = ["jpg", "jpeg", "png"];
const MEGABYTE = 1024 * 1024;
export const MAX_FILE_MEGABYTES = 10;
export const MAX_FILE_BYTES = MAX_FILE_MEGABYTES * MEGABYTE;
/** 一份材料最多几个文件。 */
export const MAX_FILES_A_SLOT = 20;
const MAX_NAME = 120;

const extensionOf = (name: string): string => name.slice(name.lastIndexOf(".") + 1).toLowerCase();
const accepted = (imagesOnly?: boolean): string[] => (imagesOnly ? images : Object.keys(byExtension));

/** 选文件窗口里能选的，与收的完全一样。 */
export const acceptOf = (imagesOnly?: boolean): string => accepted(imagesOnly).map((extension) => `.${extension}`).join(",");

/** 「PDF、JPG、PNG、Word，每个不超过 10 MB」。 */
export const acceptedInWords = (imagesOnly?: boolean): string => {
  const kinds = [...new Set(accepted(imagesOnly).map((extension) => byExtension[extension as keyof typeof byExtension]))];
  return `${kinds.join("、")}，每个不超过 ${MAX_FILE_MEGABYTES} MB`;
};

/** 一看便知收不了的，说明原因与出路；没有明显问题的为 undefined。 */
export function faultOfFile(file: { name: string; size: number }, imagesOnly?: boolean): string | undefined {
  const extension = extensionOf(file.name);
  if (extension === "heic" || extension === "heif") return "不收 HEIC 照片，请在手机相机设置中选“兼容性最佳”，或另存为 JPG 后再传";
  if (!accepted(imagesOnly).includes(extension)) return `不收这种文件，请换成 ${acceptedInWords(imagesOnly).split("，")[0]}`;
  if (file.size === 0) return "这是空文件，请换一个文件";
  return file.size > MAX_FILE_BYTES ? `超过 ${MAX_FILE_MEGABYTES} MB，请压缩或分成几个文件` : undefined;
}

/** 「186 KB」「1.2 MB」。 */
export function sizeInWords(bytes: number): string {
  return bytes < MEGABYTE ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / MEGABYTE).toFixed(1)} MB`;
}

/** 存下的文件名：去掉路径、控制字符与改变书写方向的字符，过长的截短而保留扩展名。 */
export function tidyFileName(name: string): string {
  const base = withoutControls(name).normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const plain = base.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff<>:"|?*]/g, "").replace(/^[\s.]+|[\s.]+$/g, "");
  if (plain.length <= MAX_NAME) return plain === "" ? "附件" : plain;
  const extension = extensionOf(plain);
  return `${[...plain].slice(0, MAX_NAME - extension.length - 1).join("")}.${extension}`;
}
