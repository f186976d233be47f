import { exchangeHeaders } from "@/lib/evaluation/exchange/signing";
import { answerExchange } from "@/lib/services/evaluation/exchange/answer-exchange";

export const dynamic = "force-dynamic";

/** 评价的数据交换：凭签名，不凭 Cookie；接口说明在 /api/openapi。 */
export async function GET(request: Request): Promise<Response> {
  const given = (name: keyof typeof exchangeHeaders): string => request.headers.get(exchangeHeaders[name]) ?? "";
  const { pathname, search } = new URL(request.url);
  const { status, body, signed } = await answerExchange({
    method: request.method, target: `${pathname}${search}`, keyId: given("key"), timestamp: given("timestamp"), nonce: given("nonce"), signature: given("signature"),
  });
  const headers = new Headers({ "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" });
  if (signed) for (const name of ["timestamp", "nonce", "signature"] as const) headers.set(exchangeHeaders[name], signed[name]);
  return new Response(body, { status, headers });
}
