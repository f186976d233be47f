import type { Metadata } from "next";
import { EvaluationViews } from "@/components/evaluation/EvaluationViews";
import { FiguresBoard } from "@/components/evaluation/figures/FiguresBoard";
import { FiguresFilter } from "@/components/evaluation/figures/FiguresFilter";
import { EmptyState } from "@/components/ui/EmptyState";
import { Icon } from "@/components/ui/Icon";
import { Facts, PageHead } from "@/components/ui/PageHead";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import type { FiguresQuery } from "@/lib/evaluation/figures/views";
import { isMisread, misreadWords } from "@/lib/forms/address-filters";
import { readFigures } from "@/lib/services/evaluation/figures/read-figures";

export const metadata: Metadata = { title: "好差评统计" };

const here = "/admin/evaluations/figures";

/** 好差评统计：指标、分布、走势、提到最多的、按事项与机构；范围都在地址里。 */
export default async function FiguresPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [actor, asked] = [await requireStaffActor(), queryOf(await searchParams)];
  const view = await orNotFound(readFigures(actor, asked));
  const readable = !isMisread(view.asked.misread);
  const exported = (format: string): string => `/api/evaluations/figures?${new URLSearchParams({ ...asked, format })}`;
  return (
    <div className="wrap stack">
      <PageHead
        title="好差评统计"
        facts={<Facts items={[view.office?.name ?? "全部单位", ...(readable ? [view.periodWords] : [])]} />}
        aside={
          readable && (
            <div className="btns">
              {[["xlsx", "Excel"], ["csv", "CSV"]].map(([format = "", word]) => <a key={format} className="btn slim" href={exported(format)} download><Icon name="download" />导出 {word}</a>)}
            </div>
          )
        }
      />
      <EvaluationViews actor={actor} current="figures" />
      <FiguresFilter action={here} {...view} />
      {readable ? <FiguresBoard view={view} badHref="/admin/evaluations/bad" /> : <EmptyState>{misreadWords}</EmptyState>}
    </div>
  );
}

/** 同名的参数写了几次，只认第一个。 */
function queryOf(parameters: Record<string, string | string[] | undefined>): FiguresQuery & Record<string, string> {
  const names = ["period", "from", "to", "office", "matter", "channel"] as const;
  return Object.fromEntries(names.flatMap((name) => {
    const value = [parameters[name]].flat()[0];
    return value ? [[name, value]] : [];
  }));
}
