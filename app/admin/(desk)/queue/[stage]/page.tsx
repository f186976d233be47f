import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DayDigest } from "@/components/review/DayDigest";
import { KeyHints } from "@/components/review/KeyHints";
import { queueLinks } from "@/components/review/QueueLinks";
import { Facts, PageHead } from "@/components/ui/PageHead";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { getOffice } from "@/lib/licensing/offices";
import { type StageCode, stages } from "@/lib/licensing/stages";
import { openDesk } from "@/lib/services/review/open-desk";
import { formatChineseDate } from "@/lib/workflow/iso-date";
import { Desk } from "../desk";
import { DeskTasks } from "../desk-tasks";

type Props = { params: Promise<{ stage: string }>; searchParams: Promise<Record<string, string | undefined>> };

const isStage = (value: string): value is StageCode => Object.hasOwn(stages, value);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { stage } = await params;
  return isStage(stage) ? { title: `${stages[stage].label}工作列表` } : {};
}

/** 一个环节的工作列表；筛选都在地址里。 */
export default async function StagePage({ params, searchParams }: Props) {
  const [{ stage }, { after, ...search }, actor] = [await params, await searchParams, await requireStaffActor()];
  if (!isStage(stage)) notFound();
  const content = await orNotFound(openDesk(actor, { ...search, stage }, after));
  const { view, digest, visiting } = content;
  const { label, note } = stages[stage];
  return (
    <div className="wrap stack queue">
      <PageHead title={label} facts={<Facts items={[getOffice(actor.officeCode).name, formatChineseDate(view.today), ...queueLinks(stage)]} />} aside={<KeyHints />} />
      <DayDigest lines={digest} />
      <DeskTasks actor={actor} stage={stage} visiting={visiting} />
      <Desk actor={actor} content={content} label={label} note={note} paged={after !== undefined} />
    </div>
  );
}
