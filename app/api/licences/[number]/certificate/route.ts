import { answerRoute, pdfResponse } from "@/lib/actions/answer-route";
import { currentActor } from "@/lib/auth/current-actor";
import { numberInAddress } from "@/lib/licensing/licence/number";
import { downloadCertificate } from "@/lib/services/licences/certificate";

/** 下载许可证 PDF；copy=duplicate 为副本。 */
export function GET(request: Request, { params }: { params: Promise<{ number: string }> }): Promise<Response> {
  return answerRoute(async () => {
    const copy = new URL(request.url).searchParams.get("copy") === "duplicate" ? "副本" : "正本";
    return pdfResponse(await downloadCertificate(await currentActor(), numberInAddress((await params).number), copy));
  });
}
