import path from "node:path";
import { LocalStorage } from "./local";
import type { ObjectStorage } from "./storage";
import { UploadThingStorage } from "./uploadthing";

export { MissingObjectError, newStorageKey, type ObjectStorage, readAll, type StoredObject, TakenKeyError, TooLargeError } from "./storage";

/** 给了 UploadThing 的令牌就用它的云服务，否则存在本机数据目录。 */
export function usesUploadThing(): boolean {
  return Boolean(process.env.UPLOADTHING_TOKEN);
}

export function localStorage(): LocalStorage {
  return new LocalStorage(path.resolve(process.env.DATA_DIR || ".data", "uploads"));
}

/** 附件存在哪里，由部署决定。 */
export function objectStorage(): ObjectStorage {
  return usesUploadThing() ? new UploadThingStorage(process.env.UPLOADTHING_TOKEN ?? "") : localStorage();
}
