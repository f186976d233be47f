import { createHmac } from "node:crypto";
import { phoneHashKey } from "./keys";
import { open, seal, type Sealing } from "./sealed-text";

export const phoneSealing: Sealing = { purpose: "rating-phone-cipher" };

/** 评价人手机号的键控散列，供「五天一次」比对。 */
export function hashPhone(phone: string): string {
  return createHmac("sha256", phoneHashKey()).update(phone).digest("hex");
}

export const encryptPhone = (phone: string): string => seal(phoneSealing, Buffer.from(phone));
export const decryptPhone = (sealed: string): string => open(phoneSealing, sealed).toString("utf8");
