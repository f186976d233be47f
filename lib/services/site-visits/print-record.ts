import "server-only";
import type { Readable } from "node:stream";
import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise, requireStaff } from "@/lib/access/can";
import { notFound, Refusal } from "@/lib/access/refusal";
import { db } from "@/lib/data/client";
import { findSiteVisit, type SiteVisitRecord } from "@/lib/data/site-visits";
import { type Picture, roundPdf } from "@/lib/integrations/pdf/round-summary";
import { objectStorage, readAll } from "@/lib/integrations/storage";
import type { RoundDocument } from "@/lib/licensing/round-document";
import { siteVisitDocument } from "@/lib/licensing/site-visit-document";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { atMost } from "@/lib/services/platform/at-most";
import { businesses } from "@/lib/terms/businesses";
import { wordOf } from "@/lib/terms/option-map";
import { shanghaiMoment } from "@/lib/workflow/iso-date";
import { findingsOf } from "./visit-views";

/** 画一份要处理器时间：一份一份地画。 */
const drawing = atMost(1, 20);

const WHAT = "这份现场核查记录";

/**
 * 现场核查记录（PDF）：核查完成之后内容不再变，什么时候下载都一样；每次记入审计。
 * @throws Refusal notFound 没有、别的机构；conflict 还没有完成
 */
export async function printSiteVisit(actor: Actor, visitId: string): Promise<{ name: string; stream: Readable }> {
  const staff = requireStaff(actor);
  const visit = z.uuid().safeParse(visitId).success ? await findSiteVisit(db(), visitId) : null;
  if (!visit) {
    authorise(staff, "application.read");
    throw notFound(WHAT);
  }
  authorise(staff, "application.read", { officeCode: visit.officeCode }, WHAT);
  if (visit.state !== "closed") throw new Refusal("conflict", "核查人员都签字之后才有记录");
  const { stream, draw } = roundPdf(documentOf(visit), picturesOf(visit));
  await recordAudit(db(), { actor: staff, action: "siteVisit.print", subject: "SiteVisit", subjectId: visit.id, detail: { caseId: visit.caseId } });
  void drawing(draw).catch((error: Error) => stream.destroy(error));
  return { name: `${visit.case.number}现场核查记录.pdf`, stream };
}

/** 再大的照片只列名称：解开它们全占处理器。 */
const MOST_EMBEDDED_BYTES = 3 * 1024 * 1024;

function picturesOf({ photos }: SiteVisitRecord): Picture[] {
  return photos.filter(({ size }) => size <= MOST_EMBEDDED_BYTES).map(({ name, storageKey }) => ({
    caption: name,
    load: async () => readAll(await objectStorage().get(storageKey), MOST_EMBEDDED_BYTES),
  }));
}

function documentOf(visit: SiteVisitRecord): RoundDocument {
  const { case: found, officials, photos } = visit;
  return siteVisitDocument({
    number: found.number, business: wordOf(businesses, found.application?.business ?? ""), enterprise: found.enterprise.name, uscc: found.enterprise.uscc, office: found.office.name,
    visitedOn: visit.visitedOn ?? "", place: visit.place, attendee: visit.attendee ?? "", recordedBy: visit.recordedByName ?? "", summary: visit.summary ?? "",
    findings: findingsOf(visit), photos: photos.map(({ name, uploadedName, uploadedAt, sha256 }) => ({ name, by: uploadedName, at: shanghaiMoment(uploadedAt), sha256 })),
    signatures: officials.map(({ name, confirmedAt }) => ({ name, at: confirmedAt ? shanghaiMoment(confirmedAt) : "" })),
  });
}
