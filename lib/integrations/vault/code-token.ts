import { createHmac } from "node:crypto";
import { deriveKeys, isSignedBy } from "./keys";

/** 评价二维码里签了名的内容：哪一个码、到什么时候。 */
export interface CodeClaim {
  /** EvaluationCode 的 id。 */
  id: string;
  expiresAt: Date;
}

const ID_BYTES = 16;
const TIME_BYTES = 5;
const MAC_BYTES = 12;

let keys: readonly [Buffer, ...Buffer[]] | undefined;
const currentKeys = (): readonly [Buffer, ...Buffer[]] => (keys ??= deriveKeys("evaluation-code"));
const sign = (body: Buffer, key: Buffer): Buffer => createHmac("sha256", key).update(body).digest().subarray(0, MAC_BYTES);

/** 44 个字符的令牌：短，二维码印小了也扫得出。 */
export function signCode({ id, expiresAt }: CodeClaim): string {
  const body = Buffer.alloc(ID_BYTES + TIME_BYTES);
  Buffer.from(id.replaceAll("-", ""), "hex").copy(body);
  body.writeUIntBE(Math.floor(expiresAt.getTime() / 1000), ID_BYTES, TIME_BYTES);
  return Buffer.concat([body, sign(body, currentKeys()[0])]).toString("base64url");
}

/** 令牌里的内容；不是本系统签的为 undefined。过期与否由调用者按数据库时间判断。 */
export function readCode(token: string): CodeClaim | undefined {
  if (!/^[\w-]{44}$/.test(token)) return undefined;
  const bytes = Buffer.from(token, "base64url");
  const body = bytes.subarray(0, ID_BYTES + TIME_BYTES);
  if (!isSignedBy(currentKeys(), bytes.subarray(ID_BYTES + TIME_BYTES), (key) => sign(body, key))) return undefined;
  const id = body.subarray(0, ID_BYTES).toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return { id, expiresAt: new Date(body.readUIntBE(ID_BYTES, TIME_BYTES) * 1000) };
}
