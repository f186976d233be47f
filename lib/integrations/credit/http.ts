import { setTimeout as pause } from "node:timers/promises";
import { type CreditGateway, CreditReport, CreditUnavailable, unrated } from "./credit";

export interface HttpCreditSettings {
  /** 接口的地址，企业代码接在 /enterprises/ 之后。 */
  url: string;
  token?: string;
  timeout?: number;
  /** 再试一次之前等多久。 */
  retryAfter?: number;
}

const TIMEOUT = 4_000;
const RETRY_AFTER = 300;
const MAX_BYTES = 64 * 1024;

/** 可以再试一次的失败：网络不通、超时、对方出错。 */
class Transient extends CreditUnavailable {}

/** 按 docs/credit-interface.md 问信用能源接口：超时、失败再试一次，答复须与协议一字不差。 */
export function httpCredit({ url, token, timeout = TIMEOUT, retryAfter = RETRY_AFTER }: HttpCreditSettings): CreditGateway {
  const base = url.replace(/\/+$/, "");
  const once = (uscc: string): Promise<CreditReport> => request(new URL(`${base}/enterprises/${encodeURIComponent(uscc)}`), token, timeout);
  return {
    source: "信用能源接口",
    async ask(uscc) {
      try {
        return await once(uscc);
      } catch (error) {
        if (!(error instanceof Transient)) throw error;
        await pause(retryAfter);
        return once(uscc);
      }
    },
  };
}

async function request(url: URL, token: string | undefined, timeout: number): Promise<CreditReport> {
  const response = await fetch(url, {
    headers: { accept: "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
    signal: AbortSignal.timeout(timeout),
    redirect: "error",
  }).catch((error: unknown) => Promise.reject(new Transient(reasonOf(error))));
  if (response.status === 404) return unrated;
  if (response.status >= 500 || response.status === 429) throw new Transient(`the credit interface answered ${response.status}`);
  if (!response.ok) throw new CreditUnavailable(`the credit interface answered ${response.status}`);
  return parse(await bodyOf(response));
}

/** 对方写多少都只收这么多。 */
async function bodyOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      size += chunk.byteLength;
      if (size > MAX_BYTES) throw new CreditUnavailable("the answer of the credit interface is too long");
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof CreditUnavailable ? error : new Transient(reasonOf(error));
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parse(body: string): CreditReport {
  try {
    return CreditReport.parse(JSON.parse(body));
  } catch {
    throw new CreditUnavailable("the answer of the credit interface does not follow the protocol");
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : "the credit interface is not reachable");
