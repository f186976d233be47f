import { fullMomentOf, momentOf } from "@/components/application/moments";
import { Link } from "@/components/ui/Link";
import { TermList } from "@/components/ui/PageHead";
import { Panel } from "@/components/ui/Panel";
import { Status } from "@/components/ui/Status";
import type { BadRatingView } from "@/lib/evaluation/bad-ratings/views";
import { formatChineseDate } from "@/lib/workflow/iso-date";

type Item = { term: string; value: React.ReactNode };
const given = (items: (Item | false)[]): Item[] => items.filter((item) => item !== false);

/** 评价本身：原话与勾选的详情；姓名遮盖，没有电话。 */
export function RatingPanel({ view, caseHref }: { view: BadRatingView; caseHref?: string }) {
  const number = caseHref ? <Link className="link" href={caseHref}>{view.number}</Link> : view.number;
  return (
    <Panel title="评价" id="rating">
      <TermList
        fold
        items={given([
          { term: "满意度", value: <Status tone="bad">{view.levelWord}</Status> },
          view.options.length > 0 && { term: "评价详情", value: <ul>{view.options.map((text) => <li key={text}>{text}</li>)}</ul> },
          view.comment !== "" && { term: "意见建议", value: <span className="said">{view.comment}</span> },
          { term: "评价人", value: `${view.rater}${view.named ? "（留名，办结前须回访）" : ""}` },
          { term: "评价时间", value: fullMomentOf(view.ratedAt) },
          { term: "渠道", value: view.channelWord },
          { term: "事项", value: view.matter },
          view.number !== "" && { term: "编号", value: number },
        ])}
      />
    </Panel>
  );
}

/** 办到现在：谁办、核实结论、整改与回访。 */
export function HandlingPanel({ view }: { view: BadRatingView }) {
  const verdict = [view.verdictWord, view.complex ? "情况复杂" : ""].filter(Boolean).join("，");
  return (
    <Panel title="办理" id="handling">
      <TermList
        fold
        items={given([
          { term: "办理人", value: view.assignee || "待分派" },
          verdict !== "" && { term: "核实结论", value: verdict },
          view.rectifyDueOn !== "" && view.answer === "" && { term: "整改期限", value: `${formatChineseDate(view.rectifyDueOn)}前` },
          view.appealWord !== "" && { term: "申诉", value: [view.appealWord, view.appealReason].filter(Boolean).join("：") },
          view.answer !== "" && { term: "答复", value: <span className="said">{view.answer}</span> },
          view.answeredAt !== "" && { term: "答复时间", value: `${momentOf(view.answeredAt)}${view.rectifiedText ? `，${view.rectifiedText}` : ""}` },
          view.callBackWord !== "" && { term: "回访", value: view.callBackWord },
        ])}
      />
    </Panel>
  );
}

/** 经过：谁在何时办了什么，新的在前。 */
export function PastPanel({ view }: { view: BadRatingView }) {
  return (
    <Panel title="经过" id="history">
      <ol className="past">
        {view.history.map((entry) => (
          <li key={entry.id}>
            <b>{entry.word}</b> <span className="soft small">{[entry.who, momentOf(entry.at)].filter(Boolean).join(" ")}</span>
            {entry.note && <p className="said">{entry.note}</p>}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
