import * as z from "zod";
import { portalName } from "@/lib/terms/portal";
import { ExchangeFault, ExchangePage, ExchangeRecord, PAGE_SIZE } from "./record";
import { exchangeHeaders, WINDOW_SECONDS } from "./signing";

/** 接口的地址。 */
export const exchangePath = "/api/exchange/evaluations";

const howToSign = [
  "对方由系统管理员在“数据交换”页登记，得到密钥编号与密钥（只显示一次）。",
  `请求签名：HMAC-SHA256，密钥为登记时给的那一串（UTF-8），原文为“方法、路径连同查询、时间、随机串”四行，以换行隔开，结果写成十六进制小写，放在 ${exchangeHeaders.signature}。`,
  `时间为 1970 年起的秒数，与本系统相差不超过 ${WINDOW_SECONDS} 秒；随机串为 16 至 64 个字母、数字、下划线或连字符，每次不同，重复的不认。`,
  "答复签名：原文为“状态码、所答请求的随机串、答复的时间、正文的 SHA-256（十六进制小写）”四行。没有认出对方的 401 不签。",
  "续传：第一次不带 cursor；每页处理完再记下它的 cursor，下次带着它来。同一编号会因办理有进展而再次出现，收到的覆盖先前的；U 可能先于 I 到。",
].join("\n\n");

const { $defs: parts = {} } = z.toJSONSchema(z.object({ page: ExchangePage, record: ExchangeRecord, fault: ExchangeFault }), {
  target: "draft-2020-12", io: "output",
}) as { $defs?: Record<string, object> };

/** 各部分之间的引用改到 OpenAPI 放模式的地方。 */
const schemas: unknown = JSON.parse(JSON.stringify(parts).replaceAll('"#/$defs/', '"#/components/schemas/'));

const signedHeader = (name: "timestamp" | "nonce" | "signature", description: string): Record<string, object> => ({ [exchangeHeaders[name]]: { description, required: true, schema: { type: "string" } } });
const signedHeaders = { ...signedHeader("timestamp", "答复的时间，秒"), ...signedHeader("nonce", "所答请求的随机串"), ...signedHeader("signature", "答复的签名") };
const json = (schema: string): object => ({ "application/json": { schema: { $ref: `#/components/schemas/${schema}` } } });
const fault = (description: string, signed: boolean): object => ({ description, ...(signed ? { headers: signedHeaders } : {}), content: json("Fault") });

const required = (name: "timestamp" | "nonce" | "signature", description: string, pattern: string): object => ({
  name: exchangeHeaders[name], in: "header", required: true, description, schema: { type: "string", pattern },
});

/** OpenAPI 3.1 的接口说明；字段由同一份模式生成，不另写一遍。 */
export const openApiDocument = {
  openapi: "3.1.0",
  info: { title: `${portalName} · 评价数据交换`, version: "1.0.0", description: howToSign },
  servers: [{ url: "/" }],
  tags: [{ name: "好差评" }],
  paths: {
    [exchangePath]: {
      get: {
        operationId: "listEvaluations",
        tags: ["好差评"],
        summary: "按变动先后取评价，可续传",
        security: [{ exchangeKey: [] }],
        parameters: [
          { name: "cursor", in: "query", required: false, description: "上一页给的起点；不带即从头", schema: { type: "string", maxLength: 120 } },
          { name: "limit", in: "query", required: false, description: "一页几条", schema: { type: "integer", minimum: 1, maximum: PAGE_SIZE.most, default: PAGE_SIZE.usual } },
          required("timestamp", "请求的时间，秒", "^\\d{9,11}$"),
          required("nonce", "随机串，每次不同", "^[\\w-]{16,64}$"),
          required("signature", "请求的签名", "^[0-9a-f]{64}$"),
        ],
        responses: {
          "200": { description: "一页评价", headers: signedHeaders, content: json("EvaluationPage") },
          "401": fault("没有认出对方、时间不对、随机串用过；认出对方的才签名", false),
          "422": fault("cursor 或 limit 不正确", true),
          "429": fault("一分钟内问得过多", true),
          "500": fault("系统出错，message 里有编号", false),
          "503": fault("系统繁忙，稍后再试", false),
        },
      },
    },
  },
  components: {
    schemas,
    securitySchemes: { exchangeKey: { type: "apiKey", in: "header", name: exchangeHeaders.key, description: "密钥编号；另须带签名的三个报头" } },
  },
} as const;
