import type { Metadata } from "next";
import { OfficePhrases } from "@/components/review/OfficePhrases";
import { PageHead } from "@/components/ui/PageHead";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { listOfficePhrases } from "@/lib/services/review/phrases";
import { removePhraseAction, savePhraseAction } from "./actions";

export const metadata: Metadata = { title: "意见常用语" };

/** 本机构的受理岗写补正意见时都用得到的常用语。 */
export default async function PhrasesPage() {
  const phrases = await orNotFound(listOfficePhrases(await requireStaffActor()));
  return (
    <div className="wrap stack">
      <PageHead title="意见常用语" />
      <OfficePhrases phrases={phrases} save={savePhraseAction} remove={removePhraseAction} />
    </div>
  );
}
