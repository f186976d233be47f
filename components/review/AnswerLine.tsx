"use client";

import { useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { Button } from "@/components/ui/Button";
import { Icon } from "@/components/ui/Icon";
import { Tag } from "@/components/ui/Status";
import type { SummaryLine } from "@/lib/forms/summary";
import type { RemarkPlace } from "@/lib/licensing/review-views";
import { placeKey, samePlace, useCaseDesk } from "./case-desk";
import { PlacedRemarks } from "./PlacedRemarks";
import { attempt } from "./types";

export interface AnswerLineProps {
  section: string;
  rowId?: string;
  line: SummaryLine;
  /** 行的称呼，写在意见的位置里。 */
  trail: string;
}

/** 一项填报内容：变化用字说（变更，原为……），号码遮盖，旁边可写意见。 */
export function AnswerLine({ section, rowId, line, trail }: AnswerLineProps) {
  const desk = useCaseDesk();
  const place: RemarkPlace = { sectionKey: section, field: line.field, ...(rowId ? { rowId } : {}) };
  const change = desk.changes.get(placeKey({ section, row: rowId, field: line.field }));
  if (desk.onlyChanges && !change) return null;
  const writing = samePlace(desk.target, place);
  return (
    <tr className={classNames(change && "is-chg", writing && "at")}>
      <th scope="row">{line.label}</th>
      <td>
        {writing ? <span className="st info small more-t">正在写意见</span> : <RemarkButton place={place} label={`${trail} › ${line.label}`} />}
        {change ? <ins><AnswerText line={line} place={place} /></ins> : <AnswerText line={line} place={place} />}
        {change && (
          <>
            {" "}
            <Tag tone="changed">变更</Tag>
            <del>原为 {change.before || "未填写"}</del>
          </>
        )}
        <PlacedRemarks place={place} />
      </td>
    </tr>
  );
}

/** 写意见的笔；不能写意见时不出现。 */
export function RemarkButton({ place, label }: { place: RemarkPlace; label: string }) {
  const { writeRemark } = useCaseDesk();
  if (!writeRemark) return null;
  return (
    <button className="ibtn more" type="button" aria-label={`写意见：${label}`} title="写意见" onClick={() => writeRemark({ ...place, label })}>
      <Icon name="pen" />
    </button>
  );
}

function AnswerText({ line, place }: { line: SummaryLine; place: RemarkPlace }) {
  const { view, actions } = useCaseDesk();
  const [shown, setShown] = useState<string>();
  const [failure, setFailure] = useState<string>();
  if (line.text === "") return <span className="soft">未填写</span>;
  if (!line.mask) return <>{line.text}</>;
  async function reveal() {
    const reply = await attempt(actions.reveal({ applicationId: view.applicationId, sectionKey: place.sectionKey, field: line.field, ...(place.rowId ? { rowId: place.rowId } : {}), ...(view.shownRound < view.round ? { round: view.shownRound } : {}) }));
    if (reply.ok) setShown(reply.value);
    else setFailure(reply.message);
  }
  return (
    <>
      <span className="num" role="status">{shown ?? line.text}</span>{" "}
      {!shown && <Button kind="link" about={`：${line.label}（查看会记入审计）`} onClick={reveal}>显示完整号码</Button>}
      {failure && <span className="bad-t"> {failure}</span>}
    </>
  );
}
