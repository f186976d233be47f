import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { UTApi, UTFile } from "uploadthing/server";
import { MissingObjectError, newStorageKey, type ObjectStorage, type PutOptions, readAll, type StoredObject } from "./storage";

/** UploadThing 的云服务：文件离开本单位，只在配置了令牌时使用。键是服务商给的 fileKey。 */
export class UploadThingStorage implements ObjectStorage {
  readonly label = "UploadThing 云服务（文件存放在本单位之外）";
  readonly #api: UTApi;
  readonly #fetch: typeof fetch;

  constructor(token: string, fetchWith: typeof fetch = fetch) {
    this.#api = new UTApi({ token, logLevel: "None", fetch: fetchWith as never });
    this.#fetch = fetchWith;
  }

  async put(source: Readable, { key = newStorageKey(), maxBytes, name = key, mediaType }: PutOptions): Promise<StoredObject> {
    const bytes = await readAll(source, maxBytes);
    const file = new UTFile([new Uint8Array(bytes)], name, { customId: key, ...(mediaType ? { type: mediaType } : {}) });
    const { data, error } = await this.#api.uploadFiles(file, { acl: "private", contentDisposition: "attachment" });
    if (!data) throw new Error(`UploadThing refused the file: ${error.code}`);
    return { key: data.key, size: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
  }

  async get(key: string): Promise<Readable> {
    const response = await this.#request(key, "GET");
    if (!response?.body) throw new MissingObjectError(key);
    return Readable.fromWeb(response.body as ReadableStream);
  }

  async remove(key: string): Promise<void> {
    await this.#api.deleteFiles(key, { keyType: "fileKey" });
  }

  async stat(key: string): Promise<{ size: number } | undefined> {
    const response = await this.#request(key, "HEAD");
    return response && { size: Number(response.headers.get("content-length") ?? 0) };
  }

  async #request(key: string, method: "GET" | "HEAD"): Promise<Response | undefined> {
    const { ufsUrl } = await this.#api.generateSignedURL(key, { expiresIn: "1 minute" });
    const response = await this.#fetch(ufsUrl, { method });
    if (response.status === 404) return undefined;
    if (!response.ok) throw new Error(`UploadThing answered ${response.status}`);
    return response;
  }
}
