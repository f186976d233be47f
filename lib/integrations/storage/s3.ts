import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { AwsV4Signer } from "aws4fetch";
import { objectAddress, type S3Settings } from "./s3-settings";
import { type Spooled, spool } from "./spool";
import { MissingObjectError, newStorageKey, type ObjectStorage, type PutOptions, requireStorageKey, type StoredObject, TakenKeyError } from "./storage";

const ANSWER_MILLISECONDS = 30_000;
const emptyHash = createHash("sha256").digest("hex");

interface Sent {
  headers?: Record<string, string>;
  body?: Spooled;
}

/**
 * S3 协议的存储：桶不公开，浏览器从不直接去取。文件先落在本机的临时文件，量好大小与散列才送出，
 * 散列在签名里，服务端收到的差一个字节就不收。名称不写进桶里。
 */
export class S3Storage implements ObjectStorage {
  readonly label: string;
  readonly #settings: S3Settings;
  readonly #spool: string;

  /** @param spoolFolder 送出之前的临时文件放在哪里 */
  constructor(settings: S3Settings, spoolFolder: string) {
    this.label = `S3 对象存储 ${settings.endpoint.host}`;
    this.#settings = settings;
    this.#spool = spoolFolder;
  }

  async put(source: Readable, { key = newStorageKey(), maxBytes, mediaType = "application/octet-stream" }: PutOptions): Promise<StoredObject> {
    requireStorageKey(key);
    return spool(this.#spool, source, maxBytes, async (body) => {
      if (await this.stat(key)) throw new TakenKeyError(key);
      await this.#store(key, body, { "content-type": mediaType, "content-disposition": "attachment" });
      return { key, size: body.size, sha256: body.sha256 };
    });
  }

  async get(key: string): Promise<Readable> {
    const response = await this.#send("GET", key);
    if (response.status === 404) throw await missing(response, key);
    if (!response.ok) throw await fault(response);
    return response.body ? Readable.fromWeb(response.body as ReadableStream) : Readable.from([]);
  }

  async remove(key: string): Promise<void> {
    const response = await this.#send("DELETE", key);
    if (!response.ok && response.status !== 404) throw await fault(response);
    await response.body?.cancel();
  }

  async stat(key: string): Promise<{ size: number } | undefined> {
    const response = await this.#send("HEAD", key);
    if (response.status === 404) return undefined;
    if (!response.ok) throw await fault(response);
    return { size: Number(response.headers.get("content-length") ?? 0) };
  }

  /** 同时送来同一个键的，由服务端只收一个；不懂这个条件的服务（答 501），前面已看过没有。 */
  async #store(key: string, body: Spooled, headers: Record<string, string>): Promise<void> {
    const conditional = await this.#send("PUT", key, { body, headers: { ...headers, "if-none-match": "*" } });
    const response = conditional.status === 501 ? await this.#send("PUT", key, { body, headers }) : conditional;
    if (response.status === 412 || response.status === 409) throw new TakenKeyError(key);
    if (!response.ok) throw await fault(response);
    await response.body?.cancel();
  }

  async #send(method: string, key: string, { headers = {}, body }: Sent = {}): Promise<Response> {
    const { region, accessKeyId, secretAccessKey } = this.#settings;
    const address = objectAddress(this.#settings, requireStorageKey(key));
    const hashed = { ...headers, "x-amz-content-sha256": body?.sha256 ?? emptyHash };
    const signed = await new AwsV4Signer({ method, url: address.href, headers: hashed, accessKeyId, secretAccessKey, region, service: "s3" }).sign();
    if (body) signed.headers.set("content-length", String(body.size));
    const content = body && body.size > 0 ? { body: Readable.toWeb(createReadStream(body.file)) as unknown as BodyInit, duplex: "half" } : {};
    // 只限等答复的时间：大文件慢慢读完不算超时
    const impatient = new AbortController();
    const timer = setTimeout(() => impatient.abort(new Error("S3 did not answer in time")), ANSWER_MILLISECONDS);
    return fetch(signed.url, { method, headers: signed.headers, ...content, redirect: "error", signal: impatient.signal }).finally(() => clearTimeout(timer));
  }
}

async function codeOf(response: Response): Promise<string> {
  return /<Code>(\w+)<\/Code>/.exec(await response.text())?.[1] ?? "";
}

/** 桶也没有，不是文件不在了，是设置错了。 */
async function missing(response: Response, key: string): Promise<Error> {
  return (await codeOf(response)) === "NoSuchBucket" ? new Error("S3_BUCKET 不存在（no such bucket）") : new MissingObjectError(key);
}

async function fault(response: Response): Promise<Error> {
  return new Error(`S3 answered ${response.status} ${await codeOf(response)}`);
}
