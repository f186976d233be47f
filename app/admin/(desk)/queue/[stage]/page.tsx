import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { KeyHints } from "@/components/review/KeyHints";
import { QueueFilter } from "@/components/review/QueueFilter";
import { QueueTable } from "@/components/review/QueueTable";
import { ButtonLink } from "@/components/ui/Button";
import { Facts, PageHead } from "@/components/ui/PageHead";
import { Views, type View } from "@/components/ui/Views";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { licensingBusinesses } from "@/lib/licensing/businesses";
import { getOffice } from "@/lib/licensing/offices";
import type { QueueView } from "@/lib/licensing/review-views";
import { cutsOf, type QueueCut, queueCuts, type StageCode, stages } from "@/lib/licensing/stages";
import { listQueue } from "@/lib/services/review/list-queue";
import { businesses } from "@/lib/terms/businesses";
import { isCodeOf } from "@/lib/terms/option-map";
import { formatChineseDate } from "@/lib/workflow/iso-date";
import { claimAction } from "../actions";

type Props = { params: Promise<{ stage: string }>; searchParams: Promise<{ cut?: string; business?: string; after?: string }> };

const isStage = (value: string): value is StageCode => Object.hasOwn(stages, value);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { stage } = await params;
  return isStage(stage) ? { title: `${stages[stage].label}工作列表` } : {};
}

export default async function StagePage({ params, searchParams }: Props) {
  const [{ stage }, query, actor] = [await params, await searchParams, await requireStaffActor()];
  if (!isStage(stage)) notFound();
  const cut = isCodeOf(queueCuts, query.cut) ? query.cut : "running";
  const business = isCodeOf(businesses, query.business) ? query.business : undefined;
  const view = await orNotFound(listQueue(actor, { stage, cut, business, after: query.after }));
  const href = addressOf(stage, business);
  const { label, note } = stages[stage];
  return (
    <div className="wrap stack queue">
      <PageHead title={label} facts={<Facts items={[getOffice(actor.officeCode).name, formatChineseDate(view.today)]} />} aside={<KeyHints />} />
      <section className="panel" aria-label={`${label}案件`}>
        <div className="ph">
          <Views label="视图" views={viewsOf(view)} href={(key) => href(key as QueueCut)} />
        </div>
        <QueueFilter action={`/admin/queue/${stage}`} cut={cut} business={business} businesses={offered} clearHref={`/admin/queue/${stage}?cut=${cut}`} />
        <QueueTable caption={captionOf(label, cut)} rows={view.rows} claim={claimAction} empty={emptyOf(cut)} finished={cut === "finished"} />
        <div className="pb pager">
          <span className="soft">{note}</span>
          <span className="btns">
            {query.after && <ButtonLink slim href={href(cut)}>回到第一页</ButtonLink>}
            {view.next && <ButtonLink slim href={href(cut, view.next)}>下一页</ButtonLink>}
          </span>
        </div>
      </section>
    </div>
  );
}

const offered = Object.values(licensingBusinesses).map(({ code }) => ({ value: code, label: businesses[code] }));

const captionOf = (label: string, cut: QueueCut): string =>
  cut === "finished" ? "已办结的案件，新的在前" : `${label}案件：${queueCuts[cut]}，按剩余工作日排序，逾期在前`;

const emptyOf = (cut: QueueCut): string => (cut === "running" ? "现在没有在办的案件。" : `没有“${queueCuts[cut]}”的案件。`);

const addressOf = (stage: StageCode, business?: string) => (cut: QueueCut, after?: string): string =>
  `/admin/queue/${stage}?${new URLSearchParams({ cut, ...(business ? { business } : {}), ...(after ? { after } : {}) })}`;

function viewsOf({ stage, cut, counts }: QueueView): View[] {
  return cutsOf(stage).map((key) => {
    const count = counts.find((candidate) => candidate.cut === key);
    const over = count?.capped ? `${queueCuts[key]} ${count.count}+` : queueCuts[key];
    return { key, label: over, current: key === cut, ...(count && !count.capped ? { count: count.count } : {}), urgent: key === "overdue" && (count?.count ?? 0) > 0 };
  });
}
