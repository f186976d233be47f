import type { Readable } from "node:stream";
import { ZipFile } from "yazl";

/** 压缩包里的一个文件：轮到它时才打开。 */
export interface ZipEntry {
  path: string;
  open: () => Promise<Readable>;
}

/**
 * 边读边写的压缩包；扫描件本已压过，原样收进去。名称按 UTF-8，超过四吉字节也可以。
 * 哪一个打不开，整个流随之出错，不会给出残缺而看似完整的包。
 */
export function zipStream(entries: readonly ZipEntry[], modified: Date): Readable {
  const zip = new ZipFile();
  const stream = zip.outputStream as Readable;
  // yazl 的错误在 zip 上，读的人只看得到流
  zip.on("error", (error: Error) => stream.destroy(error));
  for (const { path, open } of entries) {
    zip.addReadStreamLazy(path, { compress: false, mtime: modified }, (use) => {
      opened(open, stream).then((source) => use(null, source)).catch((error: Error) => stream.destroy(error));
    });
  }
  zip.end();
  return stream;
}

/** 打开一个文件；读到一半出错，整个流也出错。 */
async function opened(open: ZipEntry["open"], stream: Readable): Promise<Readable> {
  const source = await open();
  source.on("error", (error: Error) => stream.destroy(error));
  return source;
}
