import { contentPolicy, strictTransport } from "@/lib/auth/content-policy";
import { usesSecureCookies } from "@/lib/auth/secure-cookies";

const policy = contentPolicy({ nonce: "", development: false, uploadThing: false });

/** 没有这个接口：一句话，与页面同样的安全头（其余的在 next.config.ts）。 */
function answer(): Response {
  const headers = new Headers({ "Cache-Control": "no-store", "Content-Security-Policy": policy });
  if (usesSecureCookies()) headers.set("Strict-Transport-Security", strictTransport);
  const message = "没有找到这个接口";
  return Response.json({ message, error: message }, { status: 404, headers });
}

export { answer as DELETE, answer as GET, answer as HEAD, answer as OPTIONS, answer as PATCH, answer as POST, answer as PUT };
