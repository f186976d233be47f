import { readFile } from "node:fs/promises";
import path from "node:path";

export const dynamic = "force-dynamic";

const folder = path.join(process.cwd(), "node_modules/pdfjs-dist");

/** 阅读器的程序（兼容较旧的浏览器的一套）；其余的按名字取。 */
const programs: Readonly<Record<string, string>> = { "pdf.mjs": "legacy/build/pdf.min.mjs", "pdf.worker.mjs": "legacy/build/pdf.worker.min.mjs" };
const assets = /^(cmaps\/[\w-]+\.bcmap|standard_fonts\/[\w-]+\.(pfb|ttf)|wasm\/[\w-]+\.(wasm|js)|iccs\/[\w-]+\.icc)$/;
const mediaTypes: Readonly<Record<string, string>> = { ".mjs": "text/javascript; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".wasm": "application/wasm", ".ttf": "font/ttf" };

let version: Promise<string> | undefined;

/** 版本即标签：换了版本，浏览器不会拿新的程序配旧的。 */
const tag = async (): Promise<string> => `"${await (version ??= versionOf())}"`;

async function versionOf(): Promise<string> {
  return (JSON.parse(await readFile(path.join(folder, "package.json"), "utf8")) as { version: string }).version;
}

/** PDF 阅读器的文件（程序、字符表、字体、图像解码），来自本站自己；内容人人相同，不含资料。 */
export async function GET(request: Request, { params }: { params: Promise<{ file: string[] }> }): Promise<Response> {
  const name = (await params).file.join("/");
  const file = programs[name] ?? (assets.test(name) ? name : undefined);
  if (!file) return new Response(null, { status: 404 });
  const headers = { ETag: await tag(), "Cache-Control": "public, no-cache", "X-Content-Type-Options": "nosniff" };
  if (request.headers.get("if-none-match") === headers.ETag) return new Response(null, { status: 304, headers });
  try {
    const bytes = await readFile(path.join(folder, file));
    return new Response(new Uint8Array(bytes), { headers: { ...headers, "Content-Type": mediaTypes[path.extname(name)] ?? "application/octet-stream" } });
  } catch {
    return new Response(null, { status: 404 });
  }
}
