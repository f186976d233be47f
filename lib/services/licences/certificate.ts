import type { Actor } from "@/lib/access/actor";
import { authorise } from "@/lib/access/can";
import { notFound } from "@/lib/access/refusal";
import { db } from "@/lib/data/client";
import { findLicenceByNumberOrCode } from "@/lib/data/licences";
import { certificatePdf } from "@/lib/integrations/pdf/certificate";
import { type QrMatrix, qrMatrix } from "@/lib/integrations/pdf/qr";
import { type CertificateFace, certificateFace } from "@/lib/licensing/licence/certificate";
import { normaliseLicenceNumber } from "@/lib/licensing/licence/number";
import type { CategoryLevel } from "@/lib/licensing/licence/scope";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { atMost } from "@/lib/services/platform/at-most";
import { publicAddress } from "@/lib/services/platform/public-address";

/** 画一份要一百毫秒的处理器时间：一份一份地画，中间歇一下，别的请求插得进来。 */
const drawing = atMost(1, 20);

export type CertificateCopy = CertificateFace["copy"];

const verifyUrl = (number: string): string => publicAddress(`/verify/${number}`);

/**
 * 证面：持证企业与本派出机构的人可看，公众只在查验页看登记内容。
 * @throws Refusal notFound 没有，或属于别家
 */
export async function getCertificate(actor: Actor, number: string, copy: CertificateCopy): Promise<{ face: CertificateFace; qr: QrMatrix }> {
  const found = await findLicenceByNumberOrCode(db(), normaliseLicenceNumber(number.slice(0, 40)));
  const version = found?.versions[0];
  if (!found || !version) throw notFound("这件许可证");
  authorise(actor, "licence.read", actor.kind === "enterprise" ? { enterpriseId: found.enterpriseId } : { officeCode: found.officeCode }, "这件许可证");
  const face = certificateFace({ ...version, items: version.items as unknown as CategoryLevel[], number: found.number }, copy, verifyUrl(found.number));
  return { face, qr: qrMatrix(face.verifyUrl) };
}

/** 下载用的 PDF；每次下载留下审计。 */
export async function downloadCertificate(actor: Actor, number: string, copy: CertificateCopy): Promise<{ name: string; bytes: Buffer }> {
  const { face } = await getCertificate(actor, number, copy);
  await recordAudit(db(), { actor, action: "licence.download", subject: "Licence", subjectId: face.number, detail: { copy } });
  return { name: `${face.title}_${face.number}_${copy}.pdf`, bytes: await drawing(() => certificatePdf(face)) };
}
