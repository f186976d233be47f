import { dayOf, shortDate } from "@/components/application/moments";
import { Link } from "@/components/ui/Link";
import { Facts, PageHead } from "@/components/ui/PageHead";
import { Status, type StatusTone, Tag } from "@/components/ui/Status";
import type { CaseView } from "@/lib/licensing/review-views";

const tones: Record<CaseView["due"]["tone"], StatusTone> = { red: "bad", amber: "warn", green: "info", paused: "off", none: "off" };

/** 案件的名称与要紧的事实：状态与期限在右。 */
export function CaseHead({ view }: { view: CaseView }) {
  const { due } = view;
  const counted = /\d$/.test(due.word) ? `${due.word} 个工作日` : due.word;
  const state = [view.stateWord, counted].filter(Boolean).join("，");
  const dated = (date: string): string => `${shortDate(date)}${view.provisional?.includes(date) ? "（暂定）" : ""}`;
  const limits = [view.promisedDueOn && `承诺 ${dated(view.promisedDueOn)}`, view.statutoryDueOn && `法定 ${dated(view.statutoryDueOn)}`].filter(Boolean).join("，");
  const stopped = view.paused && `自${shortDate(view.paused.since)}起停表，${view.paused.why}`;
  return (
    <PageHead
      className="case-h"
      title={view.enterprise}
      aside={
        <>
          <Status tone={tones[due.tone]}>{state}</Status> <span className="soft">{[stopped, view.dueOn && `${dated(view.dueOn)}前`, limits, due.tone === "red" && !limits && due.note].filter(Boolean).join("；")}</span>
        </>
      }
      facts={
        <Facts
          lead={view.business}
          items={[
            view.scopeText,
            view.number,
            view.uscc,
            <Tag key="procedure">{view.procedure}</Tag>,
            `第 ${view.round} 次提交 ${view.submittedAt && dayOf(view.submittedAt)}`,
            view.holder ? `承办 ${view.holder}` : view.stage && "未领取",
          ]}
        >
          {view.licenceNumber && <Link className="link" href={view.licence ? `/admin/licences/${view.licence.id}` : `/verify/${view.licenceNumber}`}>许可证 {view.licenceNumber}</Link>}
        </Facts>
      }
    />
  );
}
