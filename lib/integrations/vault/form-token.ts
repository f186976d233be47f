import { createHmac } from "node:crypto";
import { deriveKeys, isSignedBy } from "./keys";
import { randomFromPool } from "./random-pool";

/** 一张发出去的表单：它的键（重复提交据此认出）与发出的时刻。 */
export interface FormClaim {
  key: string;
  issuedAt: Date;
}

const NONCE_BYTES = 9;
const TIME_BYTES = 4;
const BODY_BYTES = NONCE_BYTES + TIME_BYTES;
const MAC_BYTES = 8;

let signingKeys: readonly [Buffer, ...Buffer[]] | undefined;
const currentKeys = (): readonly [Buffer, ...Buffer[]] => (signingKeys ??= deriveKeys("rating-form"));
/** scope 是表单属于哪一个码：这个码的表单交不到别的码上。 */
const sign = (body: Buffer, scope: string, key: Buffer): Buffer => createHmac("sha256", key).update(body).update(scope).digest().subarray(0, MAC_BYTES);

/** 28 个字符，短得值：它压缩不了；发出的时刻由签名保证，改不了。 */
export function issueForm(scope: string, issuedAt: Date): string {
  const body = Buffer.alloc(BODY_BYTES);
  randomFromPool(NONCE_BYTES).copy(body);
  body.writeUInt32BE(Math.floor(issuedAt.getTime() / 1000), NONCE_BYTES);
  return Buffer.concat([body, sign(body, scope, currentKeys()[0])]).toString("base64url");
}

/** 表单里的内容；不是本系统为这个码发的为 undefined。 */
export function readForm(token: string, scope: string): FormClaim | undefined {
  if (!/^[\w-]{28}$/.test(token)) return undefined;
  const bytes = Buffer.from(token, "base64url");
  const body = bytes.subarray(0, BODY_BYTES);
  if (!isSignedBy(currentKeys(), bytes.subarray(BODY_BYTES), (key) => sign(body, scope, key))) return undefined;
  return { key: body.toString("base64url"), issuedAt: new Date(body.readUInt32BE(NONCE_BYTES) * 1000) };
}
