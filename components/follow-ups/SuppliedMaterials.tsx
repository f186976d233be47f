import { Panel } from "@/components/ui/Panel";
import type { FollowUpView } from "@/lib/licensing/follow-up-views";

/** 容缺的材料与补交的文件，只读；企业与内网看的是同一份。 */
export function SuppliedMaterials({ view }: { view: Pick<FollowUpView, "materials"> }) {
  return (
    <Panel title={`容缺材料 ${view.materials.length} 份`} id="materials">
      <ul className="bullets">
        {view.materials.map(({ section, slot, rowId, label, files }) => (
          <li key={[section, slot, rowId].join("-")}>
            {label}：
            {files.length === 0 && <span className="soft">没有文件</span>}
            {files.map(({ id, name }, index) => (
              <span key={id}>
                {index > 0 && "、"}
                <a href={`/api/attachments/${id}`}>{name}</a>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
