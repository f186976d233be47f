/** 请求与答复带的报头。 */
export const exchangeHeaders = {
  key: "X-Exchange-Key",
  timestamp: "X-Exchange-Timestamp",
  nonce: "X-Exchange-Nonce",
  signature: "X-Exchange-Signature",
} as const;

/** 时间前后相差不得超过这么多秒；同一个随机串在此期间只认一次。 */
export const WINDOW_SECONDS = 300;

export interface SignedRequest {
  method: string;
  /** 路径连同查询，与请求行一字不差。 */
  target: string;
  /** 1970 年起的秒数。 */
  timestamp: string;
  nonce: string;
}

/** 请求签名的原文：四行，换行隔开，末尾没有换行。 */
export const requestText = ({ method, target, timestamp, nonce }: SignedRequest): string => [method.toUpperCase(), target, timestamp, nonce].join("\n");

export interface SignedAnswer {
  status: number;
  /** 所答的请求的随机串：别的请求的答复冒充不了。 */
  nonce: string;
  timestamp: string;
  /** 答复正文的 SHA-256，十六进制小写。 */
  bodyHash: string;
}

/** 答复签名的原文。 */
export const answerText = ({ status, nonce, timestamp, bodyHash }: SignedAnswer): string => [String(status), nonce, timestamp, bodyHash].join("\n");

export const isTimestamp = (text: string): boolean => /^\d{9,11}$/.test(text);
export const isNonce = (text: string): boolean => /^[\w-]{16,64}$/.test(text);
