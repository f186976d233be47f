/** 一条要外发的短信；内地短信只能按报备的模板发，正文供本地发件箱与审阅。 */
export interface SmsMessage {
  /** 发件箱里的编号，服务商据此去重或对账。 */
  id: string;
  mobile: string;
  template: string;
  body: string;
  params: Readonly<Record<string, string>>;
}

/** delivered = 服务商已受理；kept = 只存在本地；retry 可再试，failed 不再试。 */
export type SmsOutcome = { kind: "delivered" } | { kind: "kept" } | { kind: "retry" | "failed"; reason: string };

/** 短信接口：真实实现说服务商的公开协议，本地默认把短信留在发件箱。 */
export interface Sms {
  /** 真的发到手机上时为 true；否则页面要说明「短信不外发」。 */
  readonly external: boolean;
  send(message: SmsMessage): Promise<SmsOutcome>;
}
