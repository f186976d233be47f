import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, mkdirSync } from "node:fs";
import path from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { MissingObjectError, objectStorage, TakenKeyError, usesUploadThing } from "@/lib/integrations/storage";

/** 一份存下的文件，如清单所记。 */
export interface KeptFile {
  key: string;
  size: number;
  sha256: string;
}

type NamedFile = { key: string; needed: boolean; sha256: string | null };

async function measure(source: Readable, file?: string): Promise<Omit<KeptFile, "key">> {
  const hash = createHash("sha256");
  let size = 0;
  async function* measured(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      hash.update(chunk);
      size += chunk.length;
      yield chunk;
    }
  }
  if (file) await pipeline(source, measured, createWriteStream(file, { mode: 0o600, flags: "wx" }));
  else for await (const _chunk of measured(source)) continue;
  return { size, sha256: hash.digest("hex") };
}

/** 把数据库里提到的文件逐个抄进备份；缺的、与登记的散列不同的另外列出。 */
export async function keepFiles(files: readonly NamedFile[], placeOf: (key: string) => string): Promise<{ kept: KeptFile[]; missing: string[]; altered: string[] }> {
  const storage = objectStorage();
  const [kept, missing, altered]: [KeptFile[], string[], string[]] = [[], [], []];
  for (const { key, needed, sha256 } of files) {
    const source = await storage.get(key).catch((error: unknown) => {
      if (error instanceof MissingObjectError) return undefined;
      throw error;
    });
    if (!source) {
      if (needed) missing.push(key);
      continue;
    }
    const file = placeOf(key);
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    const measured = await measure(source, file);
    kept.push({ key, ...measured });
    if (sha256 && sha256 !== measured.sha256) altered.push(key);
  }
  return { kept, missing, altered };
}

/** 放回去用的是同样的键；UploadThing 的键由它自己定，放不回去。 */
export const canPutBack = (): boolean => !usesUploadThing();

/** 逐个放回；已在那里的须一模一样。返回没放成的。 */
export async function putBack(files: readonly KeptFile[], placeOf: (key: string) => string): Promise<string[]> {
  const storage = objectStorage();
  const different: string[] = [];
  for (const { key, size, sha256 } of files) {
    const stored = await storage.put(createReadStream(placeOf(key)), { key, maxBytes: size }).catch(async (error: unknown) => {
      if (error instanceof TakenKeyError) return measure(await storage.get(key));
      throw error;
    });
    if (stored.sha256 !== sha256) different.push(key);
  }
  return different;
}
