import { dayOf } from "@/components/application/moments";
import { Link } from "@/components/ui/Link";
import { Message } from "@/components/ui/Message";
import { Views } from "@/components/ui/Views";
import type { CaseView } from "@/lib/licensing/review-views";
import { roundPath } from "./case-desk";

export const roundsOf = ({ round }: Pick<CaseView, "round">): number[] => Array.from({ length: round }, (_, index) => round - index);

/** 提交过几轮的，任一轮按冻结的样子看；从前的一轮只读。 */
export function RoundSwitch({ view }: { view: CaseView }) {
  if (view.round < 2) return null;
  const path = `/admin/applications/${view.applicationId}`;
  const views = roundsOf(view).map((round) => ({ key: String(round), label: round === view.round ? `本次（第 ${round} 次提交）` : `第 ${round} 次提交`, current: round === view.shownRound }));
  return (
    <div className="rounds">
      <Views label="各次提交" views={views} href={(key) => (key === String(view.round) ? path : roundPath(view.applicationId, Number(key)))} />
      {view.shownRound < view.round && (
        <Message tone="info">
          正在看第 {view.shownRound} 次提交（{dayOf(view.shownAt)}）时的内容，只读。<Link className="link" href={path}>回到本次提交</Link>
        </Message>
      )}
    </div>
  );
}
