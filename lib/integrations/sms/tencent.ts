import { createHash, createHmac } from "node:crypto";
import { post } from "./post";
import type { Sms, SmsMessage, SmsOutcome } from "./sms";
import { templateCode, type TemplateCodes } from "./template-codes";

export interface TencentSettings {
  secretId: string;
  secretKey: string;
  appId: string;
  signName: string;
  templates: TemplateCodes;
  endpoint?: string;
  region?: string;
}

const SERVICE = "sms";
const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const hmac = (key: string | Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();

/** TC3-HMAC-SHA256：腾讯云 API 3.0 的请求签名。 */
export function tencentAuthorization(request: { secretId: string; secretKey: string; host: string; body: string; seconds: number }): string {
  const date = new Date(request.seconds * 1000).toISOString().slice(0, 10);
  const scope = `${date}/${SERVICE}/tc3_request`;
  const signed = "content-type;host";
  const canonical = ["POST", "/", "", `content-type:application/json; charset=utf-8\nhost:${request.host}\n`, signed, sha256(request.body)].join("\n");
  const toSign = ["TC3-HMAC-SHA256", String(request.seconds), scope, sha256(canonical)].join("\n");
  const key = hmac(hmac(hmac(`TC3${request.secretKey}`, date), SERVICE), "tc3_request");
  const signature = createHmac("sha256", key).update(toSign).digest("hex");
  return `TC3-HMAC-SHA256 Credential=${request.secretId}/${scope}, SignedHeaders=${signed}, Signature=${signature}`;
}

interface Reply {
  Response?: { SendStatusSet?: { Code?: string; Message?: string }[]; Error?: { Code?: string; Message?: string } };
}

/** 腾讯云短信 SendSms（2021-01-11）。 */
export function tencentSms(settings: TencentSettings): Sms {
  const endpoint = new URL(settings.endpoint ?? "https://sms.tencentcloudapi.com/");
  return {
    external: true,
    async send(message) {
      const template = templateCode(settings.templates, message.template);
      if (!template) return { kind: "failed", reason: `没有为 ${message.template} 配置短信模板` };
      const body = JSON.stringify(bodyOf(settings, template, message));
      const seconds = Math.floor(Date.now() / 1000);
      return post(endpoint, { headers: headersOf(settings, endpoint.hostname, body, seconds), body }, (reply) => outcomeOf(reply as Reply));
    },
  };
}

function bodyOf(settings: TencentSettings, template: string, message: SmsMessage) {
  return {
    PhoneNumberSet: [`+86${message.mobile}`],
    SmsSdkAppId: settings.appId,
    SignName: settings.signName,
    TemplateId: template,
    TemplateParamSet: Object.values(message.params),
    SessionContext: message.id,
  };
}

function headersOf(settings: TencentSettings, host: string, body: string, seconds: number): Record<string, string> {
  return {
    "content-type": "application/json; charset=utf-8",
    authorization: tencentAuthorization({ ...settings, host, body, seconds }),
    "x-tc-action": "SendSms",
    "x-tc-version": "2021-01-11",
    "x-tc-timestamp": String(seconds),
    "x-tc-region": settings.region ?? "ap-guangzhou",
  };
}

function outcomeOf({ Response: response }: Reply): SmsOutcome {
  const status = response?.SendStatusSet?.[0];
  if (status?.Code === "Ok") return { kind: "delivered" };
  const fault = response?.Error ?? status;
  const reason = `${fault?.Code ?? "unknown"} ${fault?.Message ?? ""}`.trim();
  return { kind: /InternalError|RequestLimitExceeded|ServiceUnavailable/.test(reason) ? "retry" : "failed", reason };
}
