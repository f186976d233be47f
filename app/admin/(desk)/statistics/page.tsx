import type { Metadata } from "next";
import { StatisticsBoard } from "@/components/statistics/StatisticsBoard";
import { StatisticsFilter } from "@/components/statistics/StatisticsFilter";
import { EmptyState } from "@/components/ui/EmptyState";
import { Icon } from "@/components/ui/Icon";
import { Facts, PageHead } from "@/components/ui/PageHead";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { isMisread, misreadWords } from "@/lib/forms/address-filters";
import type { StatisticsQuery } from "@/lib/licensing/statistics/views";
import { getCaseStatistics } from "@/lib/services/review/statistics";

export const metadata: Metadata = { title: "办理统计" };

/** 办理统计：案件、用时与期限、退回、各人办理；范围都在地址里。 */
export default async function StatisticsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [actor, asked] = [await requireStaffActor(), queryOf(await searchParams)];
  const view = await orNotFound(getCaseStatistics(actor, asked));
  const readable = !isMisread(view.asked.misread);
  const exported = (format: string): string => `/api/statistics/cases?${new URLSearchParams({ ...asked, format })}`;
  return (
    <div className="wrap stack">
      <PageHead
        title="办理统计"
        facts={<Facts items={[view.office?.name ?? "全部单位", ...(readable ? [view.periodWords] : [])]} />}
        aside={
          readable && (
            <div className="btns">
              {[["xlsx", "Excel"], ["csv", "CSV"]].map(([format = "", word]) => <a key={format} className="btn slim" href={exported(format)} download><Icon name="download" />导出 {word}</a>)}
            </div>
          )
        }
      />
      <StatisticsFilter action="/admin/statistics" {...view} />
      {readable ? <StatisticsBoard view={view} /> : <EmptyState>{misreadWords}</EmptyState>}
    </div>
  );
}

/** 同名的参数写了几次，只认第一个。 */
function queryOf(parameters: Record<string, string | string[] | undefined>): StatisticsQuery & Record<string, string> {
  const names = ["period", "from", "to", "office", "business"] as const;
  return Object.fromEntries(names.flatMap((name) => {
    const value = [parameters[name]].flat()[0];
    return value ? [[name, value]] : [];
  }));
}
