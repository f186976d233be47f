import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { KeyHints } from "@/components/review/KeyHints";
import { queueLinks } from "@/components/review/QueueLinks";
import { Facts, PageHead } from "@/components/ui/PageHead";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { getOffice } from "@/lib/licensing/offices";
import { type StageCode, stages } from "@/lib/licensing/stages";
import { listQueue } from "@/lib/services/review/list-queue";
import { formatChineseDate } from "@/lib/workflow/iso-date";
import { Desk } from "../desk";
import { DeskTasks } from "../desk-tasks";
import { Digest } from "../digest";

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
  const view = await orNotFound(listQueue(actor, { ...search, stage }, after));
  const { label, note } = stages[stage];
  return (
    <div className="wrap stack queue">
      <PageHead title={label} facts={<Facts items={[getOffice(actor.officeCode).name, formatChineseDate(view.today), ...queueLinks(stage)]} />} aside={<KeyHints />} />
      {Object.keys(search).length === 0 && after === undefined && <Digest actor={actor} />}
      <DeskTasks actor={actor} stage={stage} />
      <Desk actor={actor} view={view} label={label} note={note} paged={after !== undefined} />
    </div>
  );
}
