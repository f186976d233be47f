import type { Metadata } from "next";
import { EvaluationViews } from "@/components/evaluation/EvaluationViews";
import { ReceivedFilter } from "@/components/evaluation/ReceivedFilter";
import { ReceivedTable } from "@/components/evaluation/ReceivedTable";
import { ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { Icon } from "@/components/ui/Icon";
import { Facts, PageHead } from "@/components/ui/PageHead";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import type { ReceivedQuery } from "@/lib/evaluation/received";
import { isMisread, misreadWords } from "@/lib/forms/address-filters";
import { getOffice } from "@/lib/licensing/offices";
import { listEvaluations } from "@/lib/services/evaluation/list-evaluations";
import { today } from "@/lib/services/platform/clock";

export const metadata: Metadata = { title: "好差评" };

const here = "/admin/evaluations";

/** 本机构收到的评价；手机号码不出库，姓名遮盖。筛选在地址里，导出的就是筛选出的。 */
export default async function EvaluationsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [actor, parameters] = [await requireStaffActor(), await searchParams];
  const asked = queryOf(parameters);
  const [{ rows, next, filter, misread }, on] = await Promise.all([orNotFound(listEvaluations(actor, [parameters.after].flat()[0], asked)), today()]);
  const readable = !isMisread(misread);
  const exported = (format: string): string => `/api/evaluations/received?${new URLSearchParams({ ...asked, format })}`;
  return (
    <div className="wrap stack">
      <PageHead
        title="好差评"
        facts={<Facts items={[getOffice(actor.officeCode).name]} />}
        aside={
          readable && <div className="btns">
            {[["xlsx", "Excel"], ["csv", "CSV"]].map(([format = "", word]) => <a key={format} className="btn slim" href={exported(format)} download><Icon name="download" />导出 {word}</a>)}
          </div>
        }
      />
      <EvaluationViews actor={actor} current="received" />
      <ReceivedFilter action={here} filter={filter} misread={misread} today={on} />
      <section className="panel" aria-label="收到的评价">
        {readable ? <ReceivedTable rows={rows} badHref={`${here}/bad`} /> : <EmptyState>{misreadWords}</EmptyState>}
        {next && <div className="pb btns"><ButtonLink slim href={`${here}?${new URLSearchParams({ ...asked, after: next })}`}>下一页</ButtonLink></div>}
      </section>
    </div>
  );
}

/** 同名的参数写了几次，只认第一个。 */
function queryOf(parameters: Record<string, string | string[] | undefined>): ReceivedQuery & Record<string, string> {
  const names = ["level", "channel", "matter", "period"] as const;
  return Object.fromEntries(names.flatMap((name) => {
    const value = [parameters[name]].flat()[0];
    return value ? [[name, value]] : [];
  }));
}
