import { sectionAnchor } from "@/components/review/section-anchor";
import { Link } from "@/components/ui/Link";
import { Panel } from "@/components/ui/Panel";
import type { FollowUpView } from "@/lib/licensing/follow-up-views";

/** 不多的直接看得到，多的（上百名人员）按页签收起。 */
const FEW = 6;

/** 核查时逐样对照的：以告知承诺书代替了的材料，逐页签列出，页签的名称通到填报的内容。 */
export function PromisedMaterials({ promise: { materials, letters }, casePath }: { promise: NonNullable<FollowUpView["promise"]>; casePath: string }) {
  const count = materials.reduce((sum, { names }) => sum + names.length, 0);
  return (
    <Panel title={`以告知承诺书代替的材料 ${count} 份`} id="promised">
      <p>
        {count === 0 ? "提交时材料齐全，没有以承诺书代替的；请核对填报的内容是否属实。" : "提交时没有交，核查时请对照原件。"}
        {letters.map(({ id, name }) => (
          <span key={id}> 承诺书：<a href={`/api/attachments/${id}`}>{name}</a></span>
        ))}
      </p>
      {materials.map(({ section, label, names }) => (
        <details key={section} open={names.length <= FEW}>
          <summary>{label} {names.length} 份</summary>
          <ul className="bullets">
            {names.map((name) => <li key={name}>{name}</li>)}
          </ul>
          <Link className="link" href={`${casePath}#${sectionAnchor(section)}`}>看填报的{label}</Link>
        </details>
      ))}
    </Panel>
  );
}
