import { RegisterSearch } from "@/components/registers/RegisterSearch";
import { ButtonLink } from "@/components/ui/Button";
import { Panel } from "@/components/ui/Panel";
import { Views } from "@/components/ui/Views";
import type { CodeList } from "@/lib/evaluation/code-views";
import { type EvaluationCodeKind, evaluationCodeKinds, evaluationCodeStates } from "@/lib/terms/evaluation";
import { CodeTable } from "./CodeTable";
import type { RevokeCode } from "./RevokeDialog";

export interface CodeListPanelProps {
  kind: EvaluationCodeKind;
  list: CodeList;
  state?: string;
  q?: string;
  revoke: RevokeCode;
}

const ALL = "all";
/** 码少的时候不用查。 */
const FEW = 10;

/** 生成过的码：按状态分，多了可以按服务点查。 */
export function CodeListPanel({ kind, list, state, q = "", revoke }: CodeListPanelProps) {
  const path = `/admin/evaluations/codes/${kind}`;
  const total = list.counts.reduce((sum, { count }) => sum + count, 0);
  const hrefOf = (params: Record<string, string | undefined>): string => {
    const given = Object.entries({ ...(kind === "visit" && q ? { q } : {}), ...params }).filter((entry): entry is [string, string] => Boolean(entry[1]));
    return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
  };
  const chosen = list.counts.some((one) => one.state === state) ? state : undefined;
  const views = [
    { key: ALL, label: "全部", count: total, current: chosen === undefined },
    ...list.counts.map((one) => ({ key: one.state, label: evaluationCodeStates[one.state], count: one.count, current: one.state === chosen })),
  ];
  const empty = q && kind === "visit" ? "没有找到这个服务点的二维码。" : chosen ? "没有这样的二维码。" : `还没有生成过${evaluationCodeKinds[kind]}二维码。`;
  return (
    <Panel flush aria-label="生成过的二维码" head={<Views label="二维码状态" views={views} href={(key) => hrefOf({ state: key === ALL ? undefined : key })} />}>
      {kind === "visit" && (total > FEW || q) && <RegisterSearch action={path} label="服务点" q={q} />}
      <CodeTable kind={kind} rows={list.rows} empty={empty} revoke={revoke} />
      {list.next && <div className="pb btns"><ButtonLink slim href={hrefOf({ state: chosen, after: list.next })}>下一页</ButtonLink></div>}
    </Panel>
  );
}
