import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { open, seal, type Sealing } from "./sealed-text";

const SECRET_BYTES = 32;
const KEY_ID_BYTES = 9;

/** 新的一对：编号可以公开，密钥只在这一次看得见。 */
export const newExchangeKey = (): { keyId: string; secret: string } => ({ keyId: randomBytes(KEY_ID_BYTES).toString("base64url"), secret: randomBytes(SECRET_BYTES).toString("base64url") });

export const exchangeSealing: Sealing = { purpose: "exchange-secret" };

/** 核对签名要用原文，所以加密而不是散列。 */
export const sealExchangeSecret = (secret: string): string => seal(exchangeSealing, Buffer.from(secret));
export const openExchangeSecret = (sealed: string): string => open(exchangeSealing, sealed).toString("utf8");

/** HMAC-SHA256，十六进制小写。 */
export const signExchange = (secret: string, text: string): string => createHmac("sha256", secret).update(text, "utf8").digest("hex");

/** 用时与哪里不同无关。 */
export function isSignedWith(secret: string, text: string, signature: string): boolean {
  const wanted = Buffer.from(signExchange(secret, text));
  const given = Buffer.from(signature);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

export const bodyHash = (body: string): string => createHash("sha256").update(body, "utf8").digest("hex");
