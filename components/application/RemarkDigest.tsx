import { Link } from "@/components/ui/Link";
import { Panel } from "@/components/ui/Panel";
import { Status, Tag } from "@/components/ui/Status";
import { remarkLevels } from "@/lib/terms/remarks";
import type { RemarkNote } from "./types";

/** 补正意见一览：一次告知的全部，每条带到它的页签。 */
export function RemarkDigest({ remarks, hrefOf }: { remarks: readonly RemarkNote[]; hrefOf: (section: string) => string }) {
  return (
    <Panel title={`补正意见 ${remarks.length} 条`} id="remarks">
      <p className="soft small">逐条修改并勾选“已修改”之后重新提交；与上一次相比没有任何修改的，不能提交。</p>
      <ol className="bullets">
        {remarks.map((remark) => (
          <li key={remark.id}>
            <Tag tone={remark.level === "must" ? "must" : undefined}>{remarkLevels[remark.level]}</Tag>{" "}
            <Link href={`${hrefOf(remark.section)}#remark-${remark.id}`}>{remark.place}</Link>：{remark.text}{" "}
            {remark.answer === undefined ? <Status tone="warn">还没有改</Status> : <Status tone="good">已修改</Status>}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
