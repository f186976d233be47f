import { createHash, createHmac, randomUUID } from "node:crypto";
import { post } from "./post";
import type { Sms, SmsMessage, SmsOutcome } from "./sms";
import { templateCode, type TemplateCodes } from "./template-codes";

export interface AlibabaSettings {
  accessKeyId: string;
  accessKeySecret: string;
  signName: string;
  templates: TemplateCodes;
  endpoint?: string;
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** RFC 3986：比 encodeURIComponent 多转 ! ' ( ) *。 */
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

/** 按键排序的查询串，请求与签名用同一串。 */
export function canonicalQuery(query: Readonly<Record<string, string>>): string {
  return Object.keys(query).sort().map((key) => `${encode(key)}=${encode(query[key] ?? "")}`).join("&");
}

/** ACS3-HMAC-SHA256：阿里云 V3 的请求签名；headers 只含参与签名的。 */
export function alibabaAuthorization(settings: { accessKeyId: string; accessKeySecret: string }, query: string, headers: Readonly<Record<string, string>>): string {
  const names = Object.keys(headers).sort();
  const signed = names.join(";");
  const canonical = ["POST", "/", query, ...names.map((name) => `${name}:${headers[name]}`), "", signed, headers["x-acs-content-sha256"]].join("\n");
  const signature = createHmac("sha256", settings.accessKeySecret).update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`).digest("hex");
  return `ACS3-HMAC-SHA256 Credential=${settings.accessKeyId},SignedHeaders=${signed},Signature=${signature}`;
}

/** 阿里云短信 SendSms（2017-05-25）。 */
export function alibabaSms(settings: AlibabaSettings): Sms {
  const endpoint = new URL(settings.endpoint ?? "https://dysmsapi.aliyuncs.com/");
  return {
    external: true,
    async send(message) {
      const template = templateCode(settings.templates, message.template);
      if (!template) return { kind: "failed", reason: `没有为 ${message.template} 配置短信模板` };
      const query = canonicalQuery(queryOf(settings, template, message));
      const headers = signedHeaders(endpoint.host);
      const url = new URL(endpoint);
      url.search = query;
      return post(url, { headers: { ...headers, authorization: alibabaAuthorization(settings, query, headers) }, body: "" }, (reply) => outcomeOf(reply as Reply));
    },
  };
}

function queryOf(settings: AlibabaSettings, template: string, message: SmsMessage): Record<string, string> {
  return {
    PhoneNumbers: message.mobile,
    SignName: settings.signName,
    TemplateCode: template,
    TemplateParam: JSON.stringify(message.params),
    OutId: message.id,
  };
}

function signedHeaders(host: string): Record<string, string> {
  return {
    host,
    "x-acs-action": "SendSms",
    "x-acs-version": "2017-05-25",
    "x-acs-date": new Date().toISOString().replace(/\.\d{3}Z$/, "Z"),
    "x-acs-signature-nonce": randomUUID(),
    "x-acs-content-sha256": sha256(""),
  };
}

interface Reply {
  Code?: string;
  Message?: string;
}

function outcomeOf({ Code: code = "unknown", Message: message = "" }: Reply): SmsOutcome {
  if (code === "OK") return { kind: "delivered" };
  const reason = `${code} ${message}`.trim();
  return { kind: /^(isp\.SYSTEM_ERROR|Throttling|ServiceUnavailable|InternalError)/.test(code) ? "retry" : "failed", reason };
}
