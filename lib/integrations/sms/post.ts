import type { SmsOutcome } from "./sms";

const TIMEOUT = 8_000;

/** 发一个已签名的请求；网络不通、答复不是 JSON 都可再试，业务结果由 read 判断。 */
export async function post(url: URL, request: { headers: Record<string, string>; body: string }, read: (reply: unknown) => SmsOutcome): Promise<SmsOutcome> {
  // fetch 自己写 host；它只参与签名
  const { host: _, ...headers } = request.headers;
  try {
    const response = await fetch(url, { method: "POST", headers, body: request.body, signal: AbortSignal.timeout(TIMEOUT), redirect: "error" });
    return read(await response.json());
  } catch (error) {
    return { kind: "retry", reason: error instanceof Error ? error.message : "网络不通" };
  }
}
