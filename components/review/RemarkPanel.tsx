"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Message } from "@/components/ui/Message";
import { Panel } from "@/components/ui/Panel";
import { Tag } from "@/components/ui/Status";
import { useFocusOnSaid } from "@/components/ui/use-focus-on-said";
import type { ReviewRemark } from "@/lib/licensing/review-views";
import { remarkLevels } from "@/lib/terms/remarks";
import { remarkAnchor, useCaseDesk } from "./case-desk";
import { answerWords, remarkStateWords } from "./PlacedRemarks";
import { RemarkEditor } from "./RemarkEditor";
import { attempt, type Reply } from "./types";
import { remarkKey } from "./unsaved-remarks";

/** 意见：草稿企业看不到；退回后看企业的答复与改动，由形审人关闭。 */
export function RemarkPanel() {
  const { view, target, unsaved } = useCaseDesk();
  const router = useRouter();
  const [failure, setFailure] = useState<string>();
  const [saved, setSaved] = useState("");
  // 写意见的表单收起之后才接得到
  const said = useFocusOnSaid(!target && saved);
  const drafts = view.remarks.filter((remark) => remark.state === "draft").length;

  async function run(work: Promise<Reply<unknown>>) {
    const reply = await attempt(work);
    setFailure(reply.ok ? undefined : reply.message);
    router.refresh();
  }

  return (
    <Panel id="remarks" title="意见" aside={<span className="soft small">{drafts > 0 ? `${drafts} 条未发出，企业看不到` : `${view.remarks.length} 条`}</span>}>
      {failure && <Message tone="bad" announce>{failure}</Message>}
      {target && <RemarkEditor key={remarkKey(target)} target={target} onSaved={() => setSaved(`${target.label}：已存为草稿`)} />}
      <p role="status" ref={said} tabIndex={-1} className="soft small">{!target && saved}</p>
      <UnsavedList />
      {!target && unsaved.targets.length === 0 && view.remarks.length === 0 && <p className="soft">{view.remarking.allowed ? "点内容旁边的笔，写下需要修改的地方。" : "没有意见。"}</p>}
      <ul className="rlist">
        {view.remarks.map((remark) => (
          <RemarkItem key={remark.id} remark={remark} run={run} />
        ))}
      </ul>
      {!view.remarking.allowed && view.stage === "intake" && <p className="soft small mt">{view.remarking.reason}</p>}
    </Panel>
  );
}

/** 写了没有存、又去写别处的：还在，点开接着写。 */
function UnsavedList() {
  const { target, unsaved, writeRemark } = useCaseDesk();
  const others = unsaved.targets.filter((other) => !target || remarkKey(other) !== remarkKey(target));
  if (others.length === 0) return null;
  return (
    <ul className="rlist" aria-label="没有存的意见">
      {others.map((other) => (
        <li key={remarkKey(other)}>
          <Tag>没有存</Tag> {other.label}
          <p className="links">
            {writeRemark && <Button kind="link" about={other.label} onClick={() => writeRemark(other)}>接着写</Button>}{" "}
            <Button kind="link" about={other.label} onClick={() => unsaved.keep(other)}>不要了</Button>
          </p>
        </li>
      ))}
    </ul>
  );
}

function RemarkItem({ remark, run }: { remark: ReviewRemark; run: (work: Promise<Reply<unknown>>) => Promise<void> }) {
  const { view, actions, writeRemark } = useCaseDesk();
  const answer = answerWords(view, remark);
  const canClose = view.state === "submitted" && view.actions.length > 0 && remark.state !== "draft";
  return (
    <li>
      <Tag tone={remark.level === "must" ? "must" : undefined}>{remarkLevels[remark.level]}</Tag>{" "}
      <a href={`#${remarkAnchor(remark)}`}>{remark.place}</a>{remark.gone && <span className="soft small">（这一次提交里已经没有）</span>}
      <br />
      {remark.text}
      <p className="soft small">{remarkStateWords[remark.state]}{remark.author && `　${remark.author}`}</p>
      {answer && <p>{answer}</p>}
      <p className="links">
        {remark.state === "draft" && writeRemark && (
          <>
            <Button kind="link" about={remark.place} onClick={() => writeRemark({ ...placeOf(remark), label: remark.place, draft: remark })}>修改</Button>{" "}
            <Button kind="link" about={remark.place} onClick={() => run(actions.removeRemark({ remarkId: remark.id }))}>删除</Button>
          </>
        )}
        {canClose && (
          <Button kind="link" about={remark.place} onClick={() => run(actions.resolveRemark({ remarkId: remark.id, resolved: remark.state !== "resolved" }))}>
            {remark.state === "resolved" ? "重新打开" : "已解决，关闭"}
          </Button>
        )}
      </p>
    </li>
  );
}

const placeOf = ({ sectionKey, rowId, field, slot }: ReviewRemark) => ({ sectionKey, rowId, field, slot });
