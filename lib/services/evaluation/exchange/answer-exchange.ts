import "server-only";
import { Refusal } from "@/lib/access/refusal";
import { db } from "@/lib/data/client";
import { findExchangeClient } from "@/lib/data/exchange-clients";
import { countUse } from "@/lib/data/rate-limits";
import { answerText, isNonce, isTimestamp, requestText, type SignedRequest, WINDOW_SECONDS } from "@/lib/evaluation/exchange/signing";
import { bodyHash, isSignedWith, openExchangeSecret, signExchange } from "@/lib/integrations/vault/exchange-secret";
import { now } from "@/lib/services/platform/clock";
import { reportFault } from "@/lib/services/platform/report-fault";
import { listExchange } from "./list-exchange";

/** 一个对方一分钟至多问这么多次。 */
const ASKS_A_MINUTE = 300;

export interface ExchangeRequest extends SignedRequest {
  keyId: string;
  signature: string;
}

/** 正文、状态与签名所需的报头；没有认出对方的答复不签。 */
export interface ExchangeAnswer {
  status: number;
  body: string;
  signed?: { timestamp: string; nonce: string; signature: string };
}

/**
 * 答一次数据交换的请求：核对密钥编号、时间、签名、随机串没有用过，再给一页。
 * 认出对方之后，连拒绝也签名。
 */
export async function answerExchange(request: ExchangeRequest): Promise<ExchangeAnswer> {
  try {
    const { id, secret } = await recognise(request);
    const { status, body } = await answerKnown(id, request);
    const timestamp = String(Math.floor((await now()).getTime() / 1000));
    return { status, body, signed: { timestamp, nonce: request.nonce, signature: signExchange(secret, answerText({ status, nonce: request.nonce, timestamp, bodyHash: bodyHash(body) })) } };
  } catch (error) {
    return refusedWith(error);
  }
}

/** 签名对得上才数随机串：别人拿着抄来的随机串烧不掉它。 */
async function recognise(request: ExchangeRequest): Promise<{ id: string; secret: string }> {
  const { keyId, timestamp, nonce, signature } = request;
  if (!/^[\w-]{1,40}$/.test(keyId) || !isTimestamp(timestamp) || !isNonce(nonce)) throw new Refusal("unauthenticated", "请按接口说明带齐签名的报头");
  const client = await findExchangeClient(db(), keyId);
  const known = client && { id: client.id, secret: openExchangeSecret(client.secretEncrypted) };
  if (!known || !isSignedWith(known.secret, requestText(request), signature)) throw new Refusal("unauthenticated", "签名不正确，或密钥已停用");
  return known;
}

async function answerKnown(clientId: string, request: ExchangeRequest): Promise<{ status: number; body: string }> {
  try {
    await refuseReplayed(clientId, request);
    if ((await countUse(db(), `exchange:${clientId}`, 60)) > ASKS_A_MINUTE) throw new Refusal("tooMany", "请求过于频繁，请一分钟后再试");
    return { status: 200, body: JSON.stringify(await listExchange(new URL(request.target, "http://exchange").searchParams)) };
  } catch (error) {
    return refusedWith(error);
  }
}

/** 随机串记得比时间窗口的两头都久：窗口之内重放必被认出，之外时间就不对。 */
async function refuseReplayed(clientId: string, { timestamp, nonce }: ExchangeRequest): Promise<void> {
  const skew = Math.abs((await now()).getTime() / 1000 - Number(timestamp));
  if (skew > WINDOW_SECONDS) throw new Refusal("unauthenticated", `请校准时间，与本系统相差超过 ${WINDOW_SECONDS} 秒`);
  if ((await countUse(db(), `exchange:${clientId}:${nonce}`, WINDOW_SECONDS * 2 + 60)) > 1) throw new Refusal("unauthenticated", "请换一个随机串，这个已经用过");
}

function refusedWith(error: unknown): { status: number; body: string } {
  if (error instanceof Refusal) {
    if (error.code === "unavailable") reportFault(error.cause);
    return { status: error.status, body: JSON.stringify({ message: error.message, error: error.message }) };
  }
  const message = `系统繁忙，请稍后再试。编号 ${reportFault(error)}`;
  return { status: 500, body: JSON.stringify({ message, error: message }) };
}
