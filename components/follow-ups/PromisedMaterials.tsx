import { sectionAnchor } from "@/components/review/section-anchor";
import { Link } from "@/components/ui/Link";
import { TermList } from "@/components/ui/PageHead";
import { Panel } from "@/components/ui/Panel";
import type { FollowUpView } from "@/lib/licensing/follow-up-views";

/** 不多的写在一行里，多的（上百名人员）收起。 */
const FEW = 6;

/** 核查时逐样对照的：以告知承诺书代替了的材料，逐页签列出，页签的名称通到填报的内容。 */
export function PromisedMaterials({ promise: { materials, letters }, casePath }: { promise: NonNullable<FollowUpView["promise"]>; casePath: string }) {
  const count = materials.reduce((sum, { names }) => sum + names.length, 0);
  const sections = materials.map(({ section, label, names }) => ({
    term: <Link href={`${casePath}#${sectionAnchor(section)}`}>{label}</Link>,
    value: names.length <= FEW ? names.join("、") : <Many names={names} />,
  }));
  const promised = letters.map(({ id, name }) => ({ term: "承诺书", value: <a key={id} href={`/api/attachments/${id}`}>{name}</a> }));
  return (
    <Panel title={`以告知承诺书代替的材料 ${count} 份`} id="promised">
      <p className="soft">{count === 0 ? "提交时材料齐全，没有以承诺书代替的；请核对填报的内容是否属实。" : "提交时没有交，核查时请对照原件。"}</p>
      <div className="mt"><TermList items={[...promised, ...sections]} fold /></div>
    </Panel>
  );
}

function Many({ names }: { names: readonly string[] }) {
  return (
    <details>
      <summary className="py-2">{names.length} 份</summary>
      <ul className="bullets">
        {names.map((name) => <li key={name}>{name}</li>)}
      </ul>
    </details>
  );
}
