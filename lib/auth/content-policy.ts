export interface PolicyFacts {
  /** 空的即不许任何内联。 */
  nonce: string;
  development: boolean;
  /** 配置了 UploadThing 的令牌：浏览器要直接连它的入口。 */
  uploadThing: boolean;
}

/** 页面的内容安全策略：脚本只认本次请求的 nonce，样式只认本站文件，不许内联。 */
export function contentPolicy({ nonce, development, uploadThing }: PolicyFacts): string {
  const hosts = uploadThing ? " https://*.uploadthing.com https://*.ufs.sh" : "";
  const directives = [
    "default-src 'self'",
    // 开发服务器的热更新要用 eval、内联样式与 WebSocket；生产环境都没有
    `script-src ${nonce ? `'self' 'nonce-${nonce}' 'strict-dynamic'` : "'none'"}${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self'${development ? " 'unsafe-inline'" : nonce && ` 'nonce-${nonce}'`}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${hosts}${development ? " ws:" : ""}`,
    "frame-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ];
  return directives.join("; ");
}

/** HSTS 只在 TLS 后面才发；其余固定的安全头在 next.config.ts。 */
export const strictTransport = "max-age=31536000; includeSubDomains";
