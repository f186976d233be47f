import { getApplication } from "@/lib/services/applications/get-application";
import { actorIn } from "../../../actor";

export const dynamic = "force-dynamic";

/** The read path of the real service: authorised, every tab, files, remarks and actions; the same rows are sent back. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const view = await getApplication(actorIn(searchParams), searchParams.get("applicationId") ?? "");
  const sectionKey = searchParams.get("sectionKey") ?? "";
  return Response.json({ answers: view.context.answers[sectionKey], revision: view.revisions[sectionKey] });
}
