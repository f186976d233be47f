"use client";

import { Tag } from "@/components/ui/Status";
import type { CaseView, RemarkPlace, ReviewRemark } from "@/lib/licensing/review-views";
import { remarkLevels } from "@/lib/terms/remarks";
import { remarksAt, useCaseDesk } from "./case-desk";

/** 意见现在怎样，用字说。 */
export const remarkStateWords: Record<ReviewRemark["state"], string> = { draft: "未发出", sent: "等待企业答复", answered: "企业已答复", resolved: "已解决" };

/** 所指的这一处（行、页签的，其中任何一处）与上一轮相比改过没有；没有上一轮可比的，当作改过。 */
function isChanged({ comparedRound, changes }: CaseView, { sectionKey, rowId, field, slot }: RemarkPlace): boolean {
  if (comparedRound === undefined) return true;
  const within = (asked: string | undefined, found: string | undefined) => asked === undefined || asked === found;
  return changes.some((change) => change.section === sectionKey && within(rowId, change.row) && within(field, change.field) && within(slot, change.slot));
}

/** 企业对一条意见答了什么；只勾选没有写说明的也说出来，这一处并没有改的也说出来。 */
export function answerWords(view: CaseView, remark: ReviewRemark): string | undefined {
  if (remark.answer === "" && remark.state !== "answered") return undefined;
  const untouched = remark.state === "answered" && !remark.gone && !isChanged(view, remark) ? "（与上一次提交相比，这一处没有变化）" : "";
  return `企业答复：${remark.answer || "已修改"}${untouched}`;
}

/** 写在这一处的意见与企业的答复，就在内容旁边。 */
export function PlacedRemarks({ place }: { place: RemarkPlace }) {
  const { view } = useCaseDesk();
  const remarks = remarksAt(view, place);
  if (remarks.length === 0) return null;
  return (
    <ul className="placed small">
      {remarks.map((remark) => <PlacedRemark key={remark.id} remark={remark} />)}
    </ul>
  );
}

/** 一条意见连同答复。 */
export function PlacedRemark({ remark }: { remark: ReviewRemark }) {
  const { view } = useCaseDesk();
  const answer = answerWords(view, remark);
  return (
    <li>
      <Tag tone={remark.level === "must" ? "must" : undefined}>{remarkLevels[remark.level]}</Tag> {remark.text} <span className="soft">{remarkStateWords[remark.state]}</span>
      {answer && <p>{answer}</p>}
    </li>
  );
}

/** 所指的行、项这一轮里已经没有的意见，留在它的页签上。 */
export function OrphanRemarks({ sectionKey }: { sectionKey: string }) {
  const { view } = useCaseDesk();
  const orphans = view.remarks.filter((remark) => remark.gone && remark.sectionKey === sectionKey);
  if (orphans.length === 0) return null;
  return (
    <div className="records">
      <p className="soft small">下列意见所指的内容在这一次提交里已经没有：</p>
      <ul className="placed small">
        {orphans.map((remark) => (
          <li key={remark.id}>
            <b>{remark.place}</b>
            <ul><PlacedRemark remark={remark} /></ul>
          </li>
        ))}
      </ul>
    </div>
  );
}
