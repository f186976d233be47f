import path from "node:path";
import { LocalStorage } from "./local";
import { S3Storage } from "./s3";
import { readS3Settings } from "./s3-settings";
import type { ObjectStorage } from "./storage";
import { UploadThingStorage } from "./uploadthing";

export { MissingObjectError, newStorageKey, type ObjectStorage, readAll, type StoredObject, TakenKeyError, TooLargeError } from "./storage";

/** 给了 UploadThing 的令牌就用它的云服务：浏览器直接传到那里，不经过我们的入口。 */
export function usesUploadThing(): boolean {
  return Boolean(process.env.UPLOADTHING_TOKEN);
}

const uploads = (): string => path.resolve(process.env.DATA_DIR || ".data", "uploads");

/** 本机数据目录；用 S3 时送出之前的临时文件也在这里。 */
export function localStorage(): LocalStorage {
  return new LocalStorage(uploads());
}

/**
 * 附件存在哪里，由部署决定：UploadThing、S3，都没有给出就在本机。
 * @throws Error S3 写得不全，或两样都给了
 */
export function objectStorage(): ObjectStorage {
  const s3 = readS3Settings();
  if (s3 && usesUploadThing()) throw new Error("UPLOADTHING_TOKEN 与 S3_BUCKET 只能给一样（two storages are configured）");
  if (s3) return new S3Storage(s3, path.join(uploads(), "parts"));
  return usesUploadThing() ? new UploadThingStorage(process.env.UPLOADTHING_TOKEN ?? "") : localStorage();
}
