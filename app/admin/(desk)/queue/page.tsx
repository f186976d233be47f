import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { DayDigest } from "@/components/review/DayDigest";
import { KeyHints } from "@/components/review/KeyHints";
import { queueLinks } from "@/components/review/QueueLinks";
import { Facts, PageHead } from "@/components/ui/PageHead";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { staffHome } from "@/lib/auth/staff-navigation";
import { getOffice } from "@/lib/licensing/offices";
import { stagesOf } from "@/lib/licensing/stages";
import { openDesk } from "@/lib/services/review/open-desk";
import { formatChineseDate } from "@/lib/workflow/iso-date";
import { Desk } from "./desk";

export const metadata: Metadata = { title: "全部案件" };

type Search = { searchParams: Promise<Record<string, string | undefined>> };

const label = "全部环节";

/** 全部环节的案件，也是页头的查找；只办一个环节、又没有要找的，去那个环节。 */
export default async function QueuePage({ searchParams }: Search) {
  const [actor, { after, ...search }] = [await requireStaffActor(), await searchParams];
  if (Object.keys(search).length === 0 && stagesOf(actor.roles).length === 1) redirect(staffHome(actor));
  const content = await orNotFound(openDesk(actor, search, after));
  const { view, digest } = content;
  const { q } = view.query;
  return (
    <div className="wrap stack queue">
      <PageHead title={q ? `查找“${q}”` : "全部案件"} facts={<Facts items={[getOffice(actor.officeCode).name, formatChineseDate(view.today), ...queueLinks()]} />} aside={<KeyHints />} />
      <DayDigest lines={digest} />
      <Desk actor={actor} content={content} label={label} note="只有本机构的案件" paged={after !== undefined} />
    </div>
  );
}
