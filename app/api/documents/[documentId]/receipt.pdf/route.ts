import { answerRoute, pdfResponse } from "@/lib/actions/answer-route";
import { currentActor } from "@/lib/auth/current-actor";
import { printDeliveryReceipt } from "@/lib/services/documents/open-document";

/** 一份文书的送达回证 PDF。 */
export function GET(_: Request, { params }: { params: Promise<{ documentId: string }> }): Promise<Response> {
  return answerRoute(async () => pdfResponse(await printDeliveryReceipt(await currentActor(), (await params).documentId), true));
}
