import { randomUUID } from "node:crypto";
import type { Readable } from "node:stream";

/** 存下的一个文件；key 由存储决定，与文件名无关。 */
export interface StoredObject {
  key: string;
  size: number;
  sha256: string;
}

export interface PutOptions {
  /** 预先定好的随机键；缺省现取一个。 */
  key?: string;
  /** 多一个字节也不收。 */
  maxBytes: number;
  /** 服务商要的名称与类型；本地存储不用。 */
  name?: string;
  mediaType?: string;
}

/** 附件存在哪里。只增不改：同一个键绝不覆盖。 */
export interface ObjectStorage {
  /** 页面与系统设置上的说法。 */
  readonly label: string;
  /** @throws TooLargeError 超过 maxBytes；TakenKeyError 键已有文件 */
  put(source: Readable, options: PutOptions): Promise<StoredObject>;
  /** @throws MissingObjectError 没有这个文件 */
  get(key: string): Promise<Readable>;
  /** 没有也不算错。 */
  remove(key: string): Promise<void>;
  stat(key: string): Promise<{ size: number } | undefined>;
}

export class TooLargeError extends Error {
  override name = "TooLargeError";
}

export class TakenKeyError extends Error {
  override name = "TakenKeyError";
}

export class MissingObjectError extends Error {
  override name = "MissingObjectError";
}

export const newStorageKey = (): string => randomUUID();

const KEY = /^[0-9a-z][0-9a-z-]{15,79}$/;

/**
 * 键只认我们自己的写法，拼不出别处的路径。
 * @throws MissingObjectError 不是我们的键
 */
export function requireStorageKey(key: string): string {
  if (!KEY.test(key)) throw new MissingObjectError("not a storage key");
  return key;
}

/** 全部读入内存，不超过 maxBytes。 */
export async function readAll(source: Readable, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of source) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > maxBytes) throw new TooLargeError(`more than ${maxBytes} bytes`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
