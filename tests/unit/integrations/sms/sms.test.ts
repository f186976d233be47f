import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openSms } from "@/lib/integrations/sms";
import { alibabaAuthorization, canonicalQuery } from "@/lib/integrations/sms/alibaba";
import { tencentAuthorization } from "@/lib/integrations/sms/tencent";

interface Seen {
  method?: string;
  url: string;
  headers: IncomingMessage["headers"];
  body: string;
}

let server: Server;
let endpoint: string;
let seen: Seen[] = [];
let reply: { status: number; body: string };

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    seen.push({ method: request.method, url: request.url ?? "", headers: request.headers, body: Buffer.concat(chunks).toString() });
    response.writeHead(reply.status, { "content-type": "application/json" }).end(reply.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  seen = [];
});

const message = { id: "019a-1", mobile: "13912345678", template: "verification", body: "验证码 123456", params: { code: "123456" } };
const common = { SMS_SIGN_NAME: "资质系统", SMS_TEMPLATES: "verification=T1; notice=T2", SMS_KEY_ID: "id", SMS_KEY_SECRET: "secret" };
const tencent = () => openSms({ ...common, SMS_PROVIDER: "tencent", SMS_APP_ID: "1400", SMS_ENDPOINT: endpoint });
const alibaba = () => openSms({ ...common, SMS_PROVIDER: "alibaba", SMS_ENDPOINT: endpoint });

describe("短信接口", () => {
  it("默认不外发；配置不全或不认识的服务商立即报错", async () => {
    expect(openSms({}).external).toBe(false);
    expect(await openSms({}).send(message)).toEqual({ kind: "kept" });
    expect(() => openSms({ SMS_PROVIDER: "tencent" })).toThrow("SMS_SIGN_NAME");
    expect(() => openSms({ ...common, SMS_PROVIDER: "pigeon" })).toThrow("pigeon");
  });

  it("腾讯云：签名过的 SendSms，能由对方按同一算法验过", async () => {
    reply = { status: 200, body: JSON.stringify({ Response: { SendStatusSet: [{ Code: "Ok" }] } }) };
    expect(await tencent().send(message)).toEqual({ kind: "delivered" });
    const { headers, body, method } = seen[0] as Seen;
    expect(method).toBe("POST");
    expect(JSON.parse(body)).toEqual({ PhoneNumberSet: ["+8613912345678"], SmsSdkAppId: "1400", SignName: "资质系统", TemplateId: "T1", TemplateParamSet: ["123456"], SessionContext: "019a-1" });
    expect(headers).toMatchObject({ "x-tc-action": "SendSms", "x-tc-version": "2021-01-11" });
    const seconds = Number(headers["x-tc-timestamp"]);
    expect(headers.authorization).toBe(tencentAuthorization({ secretId: "id", secretKey: "secret", host: "127.0.0.1", body, seconds }));
  });

  it("腾讯云：签名与已知答案一致", () => {
    const given = { secretId: "AKIDEXAMPLE", secretKey: "secret", host: "sms.tencentcloudapi.com", body: "{}", seconds: 1_700_000_000 };
    expect(tencentAuthorization(given)).toMatch(/^TC3-HMAC-SHA256 Credential=AKIDEXAMPLE\/2023-11-14\/sms\/tc3_request, SignedHeaders=content-type;host, Signature=[0-9a-f]{64}$/);
    expect(tencentAuthorization({ ...given, body: "{ }" })).not.toBe(tencentAuthorization(given));
  });

  it("阿里云：签名过的 SendSms，能由对方按同一算法验过", async () => {
    reply = { status: 200, body: JSON.stringify({ Code: "OK" }) };
    expect(await alibaba().send(message)).toEqual({ kind: "delivered" });
    const { headers, url } = seen[0] as Seen;
    const query = new URL(url, endpoint).searchParams;
    expect(Object.fromEntries(query)).toEqual({ PhoneNumbers: "13912345678", SignName: "资质系统", TemplateCode: "T1", TemplateParam: '{"code":"123456"}', OutId: "019a-1" });
    const signed = Object.fromEntries(["host", "x-acs-action", "x-acs-content-sha256", "x-acs-date", "x-acs-signature-nonce", "x-acs-version"].map((name) => [name, String(headers[name])]));
    expect(headers.authorization).toBe(alibabaAuthorization({ accessKeyId: "id", accessKeySecret: "secret" }, canonicalQuery(Object.fromEntries(query)), signed));
  });

  it("模板按通知的种类归并；没有配置的模板不发", async () => {
    reply = { status: 200, body: JSON.stringify({ Code: "OK" }) };
    await alibaba().send({ ...message, template: "notice.correction" });
    expect(seen[0]?.url).toContain("TemplateCode=T2");
    expect(await alibaba().send({ ...message, template: "invitation" })).toMatchObject({ kind: "failed", reason: expect.stringContaining("invitation") });
    expect(seen).toHaveLength(1);
  });

  it("对方拒绝即失败，繁忙、网络不通、答非所问可再试", async () => {
    reply = { status: 400, body: JSON.stringify({ Code: "isv.MOBILE_NUMBER_ILLEGAL", Message: "号码不合法" }) };
    expect(await alibaba().send(message)).toEqual({ kind: "failed", reason: "isv.MOBILE_NUMBER_ILLEGAL 号码不合法" });
    reply = { status: 503, body: JSON.stringify({ Code: "ServiceUnavailable" }) };
    expect(await alibaba().send(message)).toMatchObject({ kind: "retry" });
    reply = { status: 200, body: JSON.stringify({ Response: { Error: { Code: "AuthFailure.SignatureFailure" } } }) };
    expect(await tencent().send(message)).toMatchObject({ kind: "failed", reason: "AuthFailure.SignatureFailure" });
    reply = { status: 502, body: "<html>" };
    expect(await tencent().send(message)).toMatchObject({ kind: "retry" });
    const nowhere = openSms({ ...common, SMS_PROVIDER: "tencent", SMS_APP_ID: "1", SMS_ENDPOINT: "http://127.0.0.1:9/" });
    expect(await nowhere.send(message)).toMatchObject({ kind: "retry" });
  });
});
