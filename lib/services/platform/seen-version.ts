import "server-only";
import { createHmac } from "node:crypto";
import { Refusal } from "@/lib/access/refusal";
import { deriveKey } from "@/lib/integrations/vault/keys";

/** 所见内容的版次，随表单送回。带密钥的散列：据它猜不出页面上隐去的号码。 */
export const versionOf = (content: unknown): string => createHmac("sha256", deriveKey("seen-version")).update(JSON.stringify(content)).digest("base64url").slice(0, 22);

/** 别人先改过：什么也不存；页面据 fields.version 认出，留着填写的，给出看最新内容的按钮。 */
export const changedMeanwhile = (what: string): Refusal => {
  const message = `${what}刚被别人改过，您这次的改动没有生效`;
  return new Refusal("conflict", message, { fields: { version: message } });
};

/**
 * 存之前核对：此刻的内容就是填写的人看到的那些。调用的人先占住它。
 * @throws Refusal conflict 别人先改过
 */
export function requireUnchanged(seen: string, content: unknown, what: string): void {
  if (versionOf(content) !== seen) throw changedMeanwhile(what);
}
