import { createHmac } from "node:crypto";

const apiKey = "sk_live_test";
export const token = Buffer.from(JSON.stringify({ apiKey, appId: "appid", regions: ["sea1"] })).toString("base64");

/** 测试里的 UploadThing：照它的文档，收下签过名的上传，给出签过名的下载，按键删除；签名自己重算。 */
export function uploadThingService(): typeof fetch {
  const kept = new Map<string, Blob>();
  const isSigned = (url: URL): boolean => {
    const signature = url.searchParams.get("signature");
    url.searchParams.delete("signature");
    return signature === `hmac-sha256=${createHmac("sha256", apiKey).update(url.href).digest("hex")}`;
  };
  return async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const key = url.pathname.split("/").at(-1) ?? "";
    if (url.pathname.endsWith("/deleteFiles")) {
      if (request.headers.get("x-uploadthing-api-key") !== apiKey) return new Response(null, { status: 401 });
      const { fileKeys } = (await request.json()) as { fileKeys: string[] };
      return Response.json({ success: true, deletedCount: fileKeys.filter((one) => kept.delete(one)).length });
    }
    if (!isSigned(url)) return new Response(null, { status: 403 });
    if (request.method === "PUT") {
      const file = (await request.formData()).get("file");
      if (!(file instanceof Blob) || file.size !== Number(url.searchParams.get("x-ut-file-size"))) return new Response(null, { status: 400 });
      kept.set(key, file);
      return Response.json({ ufsUrl: `https://appid.ufs.sh/f/${key}`, fileHash: "-", serverData: null });
    }
    const found = kept.get(key);
    if (!found) return new Response(null, { status: 404 });
    return new Response(request.method === "HEAD" ? null : found, { headers: { "content-length": String(found.size) } });
  };
}
