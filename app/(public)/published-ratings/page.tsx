import type { Metadata } from "next";
import { PublicationBoard } from "@/components/evaluation/publication/PublicationBoard";
import { PublicationFilter } from "@/components/evaluation/publication/PublicationFilter";
import { Facts, PageHead } from "@/components/ui/PageHead";
import { getPublication } from "@/lib/services/evaluation/figures/publish-figures";

export const metadata: Metadata = { title: "好差评公示" };

const here = "/published-ratings";

/** 好差评公示：不必登录。 */
export default async function PublishedRatingsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const asked = await searchParams;
  const view = await getPublication({ quarter: [asked.quarter].flat()[0], office: [asked.office].flat()[0] });
  const officeHref = (office: string): string => `${here}?${new URLSearchParams({ quarter: view.quarter.key, office })}`;
  return (
    <div className="wrap stack">
      <PageHead title="好差评公示" facts={<Facts items={[view.total.word, view.quarter.word]} />} />
      <PublicationFilter action={here} view={view} />
      <PublicationBoard view={view} officeHref={officeHref} />
    </div>
  );
}
