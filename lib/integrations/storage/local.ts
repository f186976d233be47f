import { createReadStream } from "node:fs";
import { link, mkdir, readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import { spool } from "./spool";
import { MissingObjectError, newStorageKey, type ObjectStorage, type PutOptions, requireStorageKey, type StoredObject, TakenKeyError } from "./storage";

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === "ENOENT";

/** 数据目录下的文件：不在网站目录里，名字是随机键，先写临时文件，写全了才就位。 */
export class LocalStorage implements ObjectStorage {
  readonly label = "本机数据目录";
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  async put(source: Readable, { key = newStorageKey(), maxBytes }: PutOptions): Promise<StoredObject> {
    const target = this.#pathOf(key);
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
    return spool(this.#parts, source, maxBytes, async ({ file, ...measured }) => {
      // 硬链接在目标已存在时失败，改名则会悄悄覆盖
      await link(file, target).catch((error: NodeJS.ErrnoException) => {
        throw error.code === "EEXIST" ? new TakenKeyError(key) : error;
      });
      return { key, ...measured };
    });
  }

  async get(key: string): Promise<Readable> {
    if (!(await this.stat(key))) throw new MissingObjectError(key);
    return createReadStream(this.#pathOf(key));
  }

  async remove(key: string): Promise<void> {
    await rm(this.#pathOf(key), { force: true });
  }

  async stat(key: string): Promise<{ size: number } | undefined> {
    try {
      const { size } = await stat(this.#pathOf(key));
      return { size };
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  /** 清掉断掉的上传留下的临时文件（进程被杀时来不及自己清）。 */
  async sweepParts(olderThanMs: number, now: number): Promise<void> {
    const names = await readdir(this.#parts).catch((error) => (isMissing(error) ? [] : Promise.reject(error)));
    for (const name of names) {
      const file = path.join(this.#parts, name);
      const found = await stat(file).catch(() => undefined);
      if (found && now - found.mtimeMs > olderThanMs) await rm(file, { force: true });
    }
  }

  get #parts(): string {
    return path.join(this.#root, "parts");
  }

  #pathOf(key: string): string {
    requireStorageKey(key);
    return path.join(this.#root, "files", key.slice(0, 2), key);
  }
}
