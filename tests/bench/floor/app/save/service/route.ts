import { saveSection, SaveSectionInput } from "@/lib/services/applications/save-section";
import { actorIn } from "../../../actor";

export const dynamic = "force-dynamic";

/** The real service: input parsed, authorised, merged, checked, electricians claimed, revision kept. */
export async function POST(request: Request): Promise<Response> {
  const outcome = await saveSection(actorIn(new URL(request.url).searchParams), SaveSectionInput.parse(await request.json()));
  const held = outcome.refused.length + outcome.conflicts.length;
  return Response.json({ revision: outcome.revision }, { status: held === 0 ? 200 : 409 });
}
