import { createHmac } from "node:crypto";
import { deriveKey, deriveKeys, isSignedBy } from "./keys";

/** 密码已经对了、还差动态口令的一次登录：谁、什么时候。 */
export interface SignInClaim {
  accountId: string;
  issuedAt: Date;
}

const ID_BYTES = 16;
const TIME_BYTES = 6;
const BODY_BYTES = ID_BYTES + TIME_BYTES;

const purpose = "sign-in";
const sign = (body: Buffer, scope: string, key: Buffer): Buffer => createHmac("sha256", key).update(body).update(scope).digest();

/** scope 是入口、来源地址与当时的密码散列：换了地方、改了密码就不认。 */
export function issueSignIn({ accountId, issuedAt }: SignInClaim, scope: string): string {
  const body = Buffer.alloc(BODY_BYTES);
  Buffer.from(accountId.replaceAll("-", ""), "hex").copy(body);
  body.writeUIntBE(issuedAt.getTime(), ID_BYTES, TIME_BYTES);
  return Buffer.concat([body, sign(body, scope, deriveKey(purpose))]).toString("base64url");
}

/** 令牌说的是谁、何时；是不是本系统签的还要另看（isSignInOf），因为密码散列要先按账号读出来。 */
export function readSignIn(token: string): SignInClaim | undefined {
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length !== BODY_BYTES + 32) return undefined;
  const accountId = bytes.subarray(0, ID_BYTES).toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return { accountId, issuedAt: new Date(bytes.readUIntBE(ID_BYTES, TIME_BYTES)) };
}

export function isSignInOf(token: string, scope: string): boolean {
  const bytes = Buffer.from(token, "base64url");
  const body = bytes.subarray(0, BODY_BYTES);
  return isSignedBy(deriveKeys(purpose), bytes.subarray(BODY_BYTES), (key) => sign(body, scope, key));
}
