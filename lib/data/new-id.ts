import "server-only";
import { randomUUID } from "node:crypto";

/** 按时间先后的标识（UUID 第七版），与 Prisma 的 uuid(7) 同一种；供类型化 SQL 的插入用。随机的一半取自 randomUUID：它成批取随机数，不必每次问系统。 */
export function newId(at: number = Date.now()): string {
  const time = at.toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
