import { fullMomentOf } from "@/components/application/moments";
import { TermList } from "@/components/ui/PageHead";
import { Panel } from "@/components/ui/Panel";
import type { ConfirmationView } from "@/lib/licensing/confirmations";
import { EffectList } from "./EffectList";

/** 另一方看到的：本单位会怎样在先，其他各方在后。 */
export function ConfirmationDetails({ view }: { view: ConfirmationView }) {
  const { own, others, moving, applicant } = view;
  return (
    <>
      <Panel id="own-effects" title="对本单位的作用" level={2}>
        {own ? <EffectList effects={[own]} /> : <p className="soft">{view.closedBecause ?? "没有变化。"}</p>}
        {moving.length > 0 && (
          <p className="mt">
            转到{applicant.name}的人员（{moving.length} 人）：{moving.join("、")}
          </p>
        )}
        {own && <p className="soft small mt">作出准予许可的决定之日生效；不予许可或者终止的，都不变。</p>}
      </Panel>
      {others.length > 0 && (
        <Panel id="other-effects" title="对其他各方的作用" level={2}>
          <EffectList effects={others} />
        </Panel>
      )}
      <Panel id="application" title="申请" level={2}>
        <TermList
          items={[
            { term: "申请人", value: `${applicant.name}（${applicant.uscc}）` },
            { term: "业务", value: [view.business, view.kind].filter(Boolean).join("，") },
            { term: "申请编号", value: view.number },
            { term: "办理机构", value: view.officeName },
            { term: "提交时间", value: view.submittedAt && fullMomentOf(view.submittedAt) },
          ]}
        />
      </Panel>
    </>
  );
}
