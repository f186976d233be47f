import { alibabaSms } from "./alibaba";
import { localSms } from "./local";
import type { Sms } from "./sms";
import { readTemplateCodes } from "./template-codes";
import { tencentSms } from "./tencent";

export type { Sms, SmsMessage, SmsOutcome } from "./sms";

type Environment = Readonly<Record<string, string | undefined>>;

function required(env: Environment, name: string): string {
  const value = env[name];
  if (!value) throw new Error(`SMS_PROVIDER=${env.SMS_PROVIDER} needs ${name}`);
  return value;
}

const optional = (env: Environment, name: string) => (env[name] ? { endpoint: env[name] } : {});

/** 由环境选短信服务：SMS_PROVIDER 为 alibaba、tencent，缺省为本地发件箱。配置不全时启动即报错。 */
export function openSms(env: Environment = process.env): Sms {
  if (!env.SMS_PROVIDER) return localSms;
  const signName = required(env, "SMS_SIGN_NAME");
  const templates = readTemplateCodes(required(env, "SMS_TEMPLATES"));
  const endpoint = optional(env, "SMS_ENDPOINT");
  if (env.SMS_PROVIDER === "alibaba") {
    return alibabaSms({ accessKeyId: required(env, "SMS_KEY_ID"), accessKeySecret: required(env, "SMS_KEY_SECRET"), signName, templates, ...endpoint });
  }
  if (env.SMS_PROVIDER === "tencent") {
    const region = env.SMS_REGION ? { region: env.SMS_REGION } : {};
    return tencentSms({ secretId: required(env, "SMS_KEY_ID"), secretKey: required(env, "SMS_KEY_SECRET"), appId: required(env, "SMS_APP_ID"), signName, templates, ...region, ...endpoint });
  }
  throw new Error(`SMS_PROVIDER ${env.SMS_PROVIDER} is not known`);
}
