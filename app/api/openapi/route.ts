import { openApiDocument } from "@/lib/evaluation/exchange/openapi";

/** 接口说明（OpenAPI 3.1）；谁都可以看，取数另须签名。 */
export function GET(): Response {
  return Response.json(openApiDocument, { headers: { "Cache-Control": "public, max-age=3600", "X-Content-Type-Options": "nosniff" } });
}
