import type { BaseContext } from "@/lib/forms/answers";
import type { FieldGroup } from "@/lib/forms/definition";

/** 登录账号的写法；企业的与内网的一样。 */
export const loginRule = { pattern: /^[A-Za-z0-9_]{6,30}$/, help: "6 至 30 位字母、数字或下划线", message: "请输入 6 至 30 位字母、数字或下划线" } as const;

/** 短信验证码：输入法打出的全角数字照样认。 */
export const verificationCode = {
  tidy: (typed: string): string => typed.normalize("NFKC").trim(),
  faultIn: (typed: string): string | undefined => (/^\d{6}$/.test(verificationCode.tidy(typed)) ? undefined : "请输入 6 位数字验证码"),
};

/**
 * 企业注册时的账号一组。autoComplete 为 new-password 的两项以密码框呈现，从不存入答案；
 * 密码强度由账号服务按密码策略判断。
 */
export const accountFields: FieldGroup<BaseContext> = {
  title: "登录账号",
  fields: [
    {
      key: "account", label: "登录账号", kind: "text", help: loginRule.help, autoComplete: "username",
      check: (value) => (loginRule.pattern.test(String(value)) ? undefined : loginRule.message),
    },
    { key: "password", label: "登录密码", kind: "text", help: "至少 8 位，含大写字母、小写字母、数字、符号中的三类", autoComplete: "new-password" },
    {
      key: "password2", label: "确认密码", kind: "text", autoComplete: "new-password",
      check: (value, { own }) => (value === own.password ? undefined : "请再次输入相同的密码"),
    },
    {
      key: "verifyCode", label: "短信验证码", kind: "text", width: "short", help: "发送到联系人手机，5 分钟内有效", autoComplete: "one-time-code",
      check: (value) => verificationCode.faultIn(String(value)),
    },
  ],
};
