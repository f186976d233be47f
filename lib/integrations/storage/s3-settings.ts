/** S3 及与它兼容的存储（Ceph、MinIO、各家云）的一个桶。 */
export interface S3Settings {
  /** 服务地址，不含桶。 */
  endpoint: URL;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** 桶写在路径里；否则写在主机名前。 */
  pathStyle: boolean;
}

const required = ["S3_ENDPOINT", "S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"] as const;
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/**
 * 写了 S3_BUCKET 就用 S3；没有写为 undefined。
 * @throws Error 写得不全或写错；说的是哪一项，不说值
 */
export function readS3Settings(env: Readonly<Record<string, string | undefined>> = process.env): S3Settings | undefined {
  if (!env.S3_BUCKET) return undefined;
  const missing = required.filter((name) => !env[name]);
  if (missing.length > 0) throw new Error(`缺少 ${missing.join("、")}（missing S3 settings）`);
  const { S3_ENDPOINT = "", S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId = "", S3_SECRET_ACCESS_KEY: secretAccessKey = "" } = env;
  const endpoint = URL.canParse(S3_ENDPOINT) ? new URL(S3_ENDPOINT) : undefined;
  if (!endpoint || !/^https?:$/.test(endpoint.protocol) || endpoint.pathname !== "/") throw new Error("S3_ENDPOINT 须为 http:// 或 https:// 地址，不含桶与路径（not an S3 endpoint）");
  if (!BUCKET.test(bucket)) throw new Error("S3_BUCKET 不是桶的名称（not a bucket name）");
  return { endpoint, bucket, region: env.S3_REGION || "us-east-1", accessKeyId, secretAccessKey, pathStyle: env.S3_FORCE_PATH_STYLE !== "0" };
}

/** 桶里一个键的地址。 */
export function objectAddress({ endpoint, bucket, pathStyle }: S3Settings, key: string): URL {
  const address = new URL(endpoint);
  if (!pathStyle) address.host = `${bucket}.${endpoint.host}`;
  address.pathname = pathStyle ? `/${bucket}/${key}` : `/${key}`;
  return address;
}
