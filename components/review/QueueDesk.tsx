import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/EmptyState";
import { Link } from "@/components/ui/Link";
import { Menu } from "@/components/ui/Menu";
import { type View, Views } from "@/components/ui/Views";
import type { Option } from "@/components/ui/Select";
import { isMisread, misreadWords } from "@/lib/forms/address-filters";
import { isUnfiltered, queueAddress, queueExportAddress } from "@/lib/licensing/queue-query";
import type { HolderNoticeView, QueueColleague, QueueView, SavedQueueView } from "@/lib/licensing/queue-views";
import { cutsOf, type QueueCut, queueCuts } from "@/lib/licensing/stages";
import { HolderNotices } from "./HolderNotices";
import type { QueueActions } from "./queue-actions";
import { QueueFilter } from "./QueueFilter";
import { QueueSelection } from "./QueueSelection";
import { QueueTable } from "./QueueTable";
import { SavedViews } from "./SavedViews";
import { AssignSelected, ClaimSelected } from "./SelectionActions";
import { SelectionBar } from "./SelectionBar";

export interface QueueDeskProps {
  view: QueueView;
  /** 环节的名字，或“全部环节”。 */
  label: string;
  note: string;
  businesses: readonly Option[];
  colleagues: readonly QueueColleague[];
  saved: readonly SavedQueueView[];
  notices: readonly HolderNoticeView[];
  actions: QueueActions;
  /** 此人可以指派。 */
  assigns: boolean;
  /** 已翻过页。 */
  paged: boolean;
  /** 选中之后另外能办的（批量受理、批量签发）。 */
  batch?: ReactNode;
}

/** 工作列表：视图、保存的筛选、导出、筛选、批量、列表、翻页；环节页与全部环节页共用。 */
export function QueueDesk({ view, label, note, businesses, colleagues, saved, notices, actions, assigns, paged, batch }: QueueDeskProps) {
  const { query } = view;
  const { stage, cut } = query;
  const finished = cut === "finished";
  const wrong = isMisread(view.misread);
  const table = <QueueTable caption={captionOf(label, query.cut)} rows={view.rows} claim={actions.claim} empty={emptyOf(view)} finished={finished} newestFirst={isNewestFirst(cut)} />;
  return (
    <>
      <HolderNotices notices={notices} acknowledge={actions.acknowledge} />
      <section className="panel" aria-label={`${label}案件`}>
        <div className="ph">
          <Views label="视图" views={viewsOf(view)} href={(cut) => queueAddress({ ...query, cut: cut as QueueCut })} />
          <div className="btns queue-tools">
            <SavedViews views={saved} query={{ ...query }} actions={actions} />
            {!wrong && (
              <Menu label="导出">
                <a href={queueExportAddress(query, "xlsx")} download>Excel</a>
                <a href={queueExportAddress(query, "csv")} download>CSV</a>
              </Menu>
            )}
          </div>
        </div>
        <QueueFilter query={{ ...query }} misread={view.misread} businesses={businesses} colleagues={colleagues} action={queueAddress({ stage })} clear={isUnfiltered(query) && !wrong ? undefined : queueAddress({ stage, cut })} />
        {wrong ? <EmptyState>{misreadWords}</EmptyState> : finished ? table : (
          <QueueSelection rows={view.rows}>
            <SelectionBar>
              <ClaimSelected claim={actions.claim} />
              {batch}
              {assigns && <AssignSelected assign={actions.assign} colleagues={colleagues} />}
            </SelectionBar>
            {table}
          </QueueSelection>
        )}
        <div className="pb pager">
          <span className="soft">{note}</span>
          <span className="btns">
            {paged && <Link className="btn slim" href={queueAddress(query)}>回到第一页</Link>}
            {!wrong && view.next && <Link className="btn slim" href={queueAddress(query, view.next)}>下一页</Link>}
          </span>
        </div>
      </section>
    </>
  );
}

const isNewestFirst = (cut: QueueCut): boolean => cut === "finished" || cut === "all";

function captionOf(label: string, cut: QueueCut): string {
  if (isNewestFirst(cut)) return `${label}案件：${queueCuts[cut]}，新的在前`;
  return `${label}案件：${queueCuts[cut]}，按剩余工作日排序，逾期在前`;
}

function emptyOf({ query }: QueueView): string {
  if (!isUnfiltered({ ...query, q: undefined })) return "没有符合筛选的案件，请清除筛选再看。";
  if (query.q) return `没有找到“${query.q}”，请核对企业名称、编号或统一社会信用代码，或换一个视图。`;
  return query.cut === "running" ? "现在没有在办的案件。" : `没有“${queueCuts[query.cut]}”的案件。`;
}

function viewsOf({ query, counts }: QueueView): View[] {
  return cutsOf(query.stage).map((key) => {
    const count = counts.find((candidate) => candidate.cut === key);
    const over = count?.capped ? `${queueCuts[key]} ${count.count}+` : queueCuts[key];
    return { key, label: over, current: key === query.cut, ...(count && !count.capped ? { count: count.count } : {}), urgent: key === "overdue" && (count?.count ?? 0) > 0 };
  });
}
