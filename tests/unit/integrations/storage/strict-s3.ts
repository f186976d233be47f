import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { S3Settings } from "@/lib/integrations/storage/s3-settings";

const sha256 = (data: string | Buffer): string => createHash("sha256").update(data).digest("hex");
const hmac = (key: string | Buffer, data: string): Buffer => createHmac("sha256", key).update(data).digest();
const AUTHORIZATION = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})$/;

type Refused = { status: number; code: string };
type Answer = Refused | { status: number; body?: Buffer; headers?: Record<string, string> };

/**
 * 测试里的 S3：照 AWS 的文档自己重算签名第四版，签名、时刻、正文散列、长度有一样不对就拒绝。与产品的签名代码无关。
 * conditional 为假时像旧的服务那样，对带条件的 PUT 答 501。
 */
export class StrictS3 {
  readonly objects = new Map<string, { content: Buffer; type: string }>();
  readonly requests: { method: string; headers: IncomingMessage["headers"] }[] = [];
  conditional = true;
  #server: Server | undefined;

  constructor(private readonly known: { bucket: string; region: string; accessKeyId: string; secretAccessKey: string }) {}

  async start(): Promise<S3Settings> {
    const server = createServer((request, response) => void this.#serve(request, response));
    this.#server = server;
    await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
    return { ...this.known, endpoint: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`), pathStyle: true };
  }

  stop(): void {
    this.#server?.closeAllConnections();
    this.#server?.close();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    this.requests.push({ method: request.method ?? "", headers: request.headers });
    const answer = this.#refusal(request, Buffer.concat(chunks)) ?? this.#answer(request, Buffer.concat(chunks));
    if (!("code" in answer)) return void response.writeHead(answer.status, answer.headers).end(request.method === "HEAD" ? undefined : answer.body);
    response.writeHead(answer.status, { "content-type": "application/xml" }).end(request.method === "HEAD" ? undefined : `<?xml version="1.0"?><Error><Code>${answer.code}</Code></Error>`);
  }

  /** 任何一处不对，都与真的服务一样不收。 */
  #refusal({ method = "", url = "", headers }: IncomingMessage, body: Buffer): Refused | undefined {
    const [, id, day = "", region = "", signedHeaders = "", signature] = AUTHORIZATION.exec(headers.authorization ?? "") ?? [];
    const { accessKeyId, secretAccessKey, region: ownRegion } = this.known;
    const names = signedHeaders.split(";");
    const sent = Object.keys(headers);
    if (id === undefined) return { status: 403, code: "AccessDenied" };
    if (id !== accessKeyId) return { status: 403, code: "InvalidAccessKeyId" };
    if (region !== ownRegion) return { status: 400, code: "AuthorizationHeaderMalformed" };
    // 主机与全部 x-amz-* 都须签
    if (["host", ...sent.filter((name) => name.startsWith("x-amz-"))].some((name) => !names.includes(name))) return { status: 403, code: "AccessDenied" };
    const at = String(headers["x-amz-date"]);
    const time = Date.parse(at.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
    if (!(Math.abs(Date.now() - time) < 900_000) || !at.startsWith(day)) return { status: 403, code: "RequestTimeTooSkewed" };
    const { pathname, searchParams } = new URL(url, "http://s3");
    const query = [...searchParams].map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).sort().join("&");
    const canonical = [method, pathname, query, ...names.map((name) => `${name}:${String(headers[name]).trim()}`), "", signedHeaders, String(headers["x-amz-content-sha256"])].join("\n");
    const scope = `${day}/${region}/s3/aws4_request`;
    const key = [region, "s3", "aws4_request"].reduce((last, part) => hmac(last, part), hmac(`AWS4${secretAccessKey}`, day));
    if (hmac(key, ["AWS4-HMAC-SHA256", at, scope, sha256(canonical)].join("\n")).toString("hex") !== signature) return { status: 403, code: "SignatureDoesNotMatch" };
    if (headers["x-amz-content-sha256"] !== sha256(body)) return { status: 400, code: "XAmzContentSHA256Mismatch" };
    return undefined;
  }

  #answer({ method = "", url = "", headers }: IncomingMessage, body: Buffer): Answer {
    const [, bucket, key = ""] = url.split("/");
    if (bucket !== this.known.bucket) return { status: 404, code: "NoSuchBucket" };
    const found = this.objects.get(key);
    if (method === "PUT") return this.#put(key, headers, body);
    if (method === "DELETE") {
      this.objects.delete(key);
      return { status: 204 };
    }
    if (!found) return { status: 404, code: "NoSuchKey" };
    return { status: 200, body: found.content, headers: { "content-length": String(found.content.length), "content-type": found.type } };
  }

  #put(key: string, headers: IncomingMessage["headers"], content: Buffer): Answer {
    if (headers["content-length"] === undefined) return { status: 411, code: "MissingContentLength" };
    if (headers["if-none-match"] === "*" && !this.conditional) return { status: 501, code: "NotImplemented" };
    if (headers["if-none-match"] === "*" && this.objects.has(key)) return { status: 412, code: "PreconditionFailed" };
    this.objects.set(key, { content, type: headers["content-type"] ?? "" });
    return { status: 200, headers: { etag: `"${createHash("md5").update(content).digest("hex")}"` } };
  }
}
