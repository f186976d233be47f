import type { Metadata } from "next";
import { CodeCard } from "@/components/evaluation/codes/CodeCard";
import { CodeState } from "@/components/evaluation/codes/CodeState";
import { EvaluationViews } from "@/components/evaluation/EvaluationViews";
import { RatingTable } from "@/components/evaluation/RatingTable";
import { ButtonLink } from "@/components/ui/Button";
import { Facts, PageHead } from "@/components/ui/PageHead";
import { Panel } from "@/components/ui/Panel";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { getCode } from "@/lib/services/evaluation/codes/get-code";
import { listRatingsOfCode } from "@/lib/services/evaluation/codes/code-ratings";
import { revokeCodeAction } from "../actions";

export const metadata: Metadata = { title: "评价二维码" };

type Props = { params: Promise<{ codeId: string }>; searchParams: Promise<{ after?: string }> };

/** 一个码：图、下载与打印，经它收到的评价。 */
export default async function CodePage({ params, searchParams }: Props) {
  const [actor, { codeId }, { after }] = [await requireStaffActor(), await params, await searchParams];
  const code = await orNotFound(getCode(actor, codeId));
  const { rows, total, next } = await orNotFound(listRatingsOfCode(actor, code.id, after));
  return (
    <div className="wrap stack">
      <PageHead title={code.name} facts={<Facts items={[code.officeName]} />} aside={<CodeState state={code.state} />} />
      <EvaluationViews actor={actor} current={code.kind} />
      <CodeCard code={code} revoke={revokeCodeAction} />
      <Panel flush id="ratings" title={`收到的评价 ${total}`}>
        <RatingTable rows={rows} />
        {next && <div className="pb btns"><ButtonLink slim href={`/admin/evaluations/codes/${code.id}?after=${next}`}>下一页</ButtonLink></div>}
      </Panel>
    </div>
  );
}
