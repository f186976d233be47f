import { createHash } from "node:crypto";
import { db } from "@/lib/data/client";
import { findCode } from "@/lib/data/evaluation-codes";
import { afterExpired, afterRevoked } from "@/lib/evaluation/code-words";
import { ratingAddress } from "@/lib/evaluation/codes";
import { posterFileName } from "@/lib/evaluation/poster";
import { qrPng, qrSvg } from "@/lib/integrations/qr/qr-images";
import { readCode } from "@/lib/integrations/vault/code-token";
import { publicAddress } from "@/lib/services/platform/public-address";
import type { EvaluationCodeKind, EvaluationCodeState } from "@/lib/terms/evaluation";

export type QrFormat = "png" | "svg";

export type QrPicture =
  | { ok: true; bytes: Buffer; mediaType: string; name: string; etag: string }
  | { ok: false; status: 404 | 410; message: string };

const gone: Record<Exclude<EvaluationCodeState, "valid">, (kind: EvaluationCodeKind) => string> = {
  revoked: (kind) => `这个评价二维码已撤销。${afterRevoked(kind)}`,
  expired: (kind) => `这个评价二维码已过期。${afterExpired(kind)}`,
  used: () => "这件申请已经评价过，二维码不再使用。",
};

const mediaTypes: Record<QrFormat, string> = { png: "image/png", svg: "image/svg+xml; charset=utf-8" };

/** 令牌即权利：不是本系统签的、没有这个码的答 404，不能用了的答 410，各有一句话。 */
export async function drawQrPicture(token: string, format: QrFormat): Promise<QrPicture> {
  const claim = readCode(token);
  const code = claim ? await findCode(db(), claim.id) : undefined;
  if (!code) return { ok: false, status: 404, message: "没有这个评价二维码，请核对地址。" };
  if (code.state !== "valid") return { ok: false, status: 410, message: gone[code.state](code.kind) };
  const url = publicAddress(ratingAddress(token));
  const bytes = format === "png" ? await qrPng(url) : Buffer.from(await qrSvg(url));
  const etag = `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;
  return { ok: true, bytes, mediaType: mediaTypes[format], name: posterFileName(code.servicePoint ?? code.case?.number ?? "", format), etag };
}
