import { createCipheriv, createDecipheriv } from "node:crypto";
import { deriveKey, deriveKeys } from "./keys";
import { randomFromPool } from "./random-pool";

/** 一种加密存放的内容：用途决定密钥；bound 把密文与一行绑在一起，抄到别处打不开。 */
export interface Sealing {
  purpose: string;
  bound?: string;
}

/** AES-256-GCM，用现在的密钥；格式为 iv.tag.密文（base64url）。 */
export function seal({ purpose, bound }: Sealing, plain: Buffer): string {
  const iv = randomFromPool(12);
  const cipher = createCipheriv("aes-256-gcm", deriveKey(purpose), iv);
  if (bound) cipher.setAAD(Buffer.from(bound));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return [iv, cipher.getAuthTag(), sealed].map((part) => part.toString("base64url")).join(".");
}

function openWith(key: Buffer, bound: string | undefined, text: string): Buffer {
  const [iv, tag, data] = text.split(".").map((part) => Buffer.from(part, "base64url"));
  if (!iv || !tag || !data) throw new Error("sealed text is malformed");
  const decipher = createDecipheriv("aes-256-gcm", key, iv, { authTagLength: 16 });
  if (bound) decipher.setAAD(Buffer.from(bound));
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(data), decipher.final()]);
}

/** 原文，与封它的是第几个密钥（0 为现用的）。 */
function openAny({ purpose, bound }: Sealing, text: string): { plain: Buffer; age: number } {
  let failure: unknown;
  for (const [age, key] of deriveKeys(purpose).entries()) {
    try {
      return { plain: openWith(key, bound, text), age };
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

/** 先用现在的密钥，再用以前的。 @throws Error 都打不开，或被改过 */
export const open = (sealing: Sealing, text: string): Buffer => openAny(sealing, text).plain;

/** 换成现在的密钥所封；本来就是的答 undefined。 @throws Error 打不开 */
export function reseal(sealing: Sealing, text: string): string | undefined {
  const { plain, age } = openAny(sealing, text);
  return age === 0 ? undefined : seal(sealing, plain);
}
