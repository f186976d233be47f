import type { Metadata } from "next";
import { BadRatingTable } from "@/components/evaluation/bad-ratings/BadRatingTable";
import { EvaluationViews } from "@/components/evaluation/EvaluationViews";
import { Button, ButtonLink } from "@/components/ui/Button";
import { Facts, PageHead } from "@/components/ui/PageHead";
import { Select } from "@/components/ui/Select";
import { Views } from "@/components/ui/Views";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { badRatingCuts } from "@/lib/evaluation/bad-ratings/views";
import { ratingLevels } from "@/lib/evaluation/options";
import { getOffice } from "@/lib/licensing/offices";
import { listBadRatings } from "@/lib/services/evaluation/bad-ratings/list-bad-ratings";
import { evaluationChannels } from "@/lib/terms/evaluation";
import { codesOf, isCodeOf } from "@/lib/terms/option-map";

export const metadata: Metadata = { title: "差评办理" };

type Query = { view?: string; level?: string; channel?: string; after?: string };

const levels = ratingLevels.filter(({ bad }) => bad);
const place = "/admin/evaluations/bad";

/** 差评办理：按办到哪一步分视图，先到期的在前；视图、筛选与页都在地址里。 */
export default async function BadRatingsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [actor, query] = [await requireStaffActor(), await searchParams];
  const level = levels.find((rule) => String(rule.level) === query.level)?.level;
  const channel = isCodeOf(evaluationChannels, query.channel) ? query.channel : undefined;
  const list = await orNotFound(
    listBadRatings(actor, { ...(isCodeOf(badRatingCuts, query.view) ? { cut: query.view } : {}), ...(level ? { level } : {}), ...(channel ? { channel } : {}), after: query.after }),
  );
  const href = (view: string, after?: string): string =>
    `${place}?${new URLSearchParams({ view, ...(level ? { level: String(level) } : {}), ...(channel ? { channel } : {}), ...(after ? { after } : {}) })}`;
  const views = list.counts.map(({ cut, count }) => ({ key: cut, label: badRatingCuts[cut], count, current: cut === list.cut, urgent: cut === "dueSoon" && (count ?? 0) > 0 }));
  return (
    <div className="wrap stack">
      <PageHead title="差评办理" facts={<Facts items={[getOffice(actor.officeCode).name, "不满意、非常不满意的评价，谁办理、谁负责"]} />} />
      <EvaluationViews actor={actor} current="bad" />
      <section className="panel" aria-label="差评列表">
        <div className="ph">
          <Views label="视图" views={views} href={(key) => href(key)} />
        </div>
        <div className="pb">
          <form className="tools" role="search" aria-label="筛选" method="get" action={place}>
            <input type="hidden" name="view" value={list.cut} />
            <div>
              <label htmlFor="bad-level">满意度</label>
              <Select id="bad-level" name="level" key={`level-${level ?? ""}`} defaultValue={level ? String(level) : ""} empty="全部" options={levels.map((rule) => ({ value: String(rule.level), label: rule.word }))} />
            </div>
            <div>
              <label htmlFor="bad-channel">渠道</label>
              <Select id="bad-channel" name="channel" key={`channel-${channel ?? ""}`} defaultValue={channel ?? ""} empty="全部" options={codesOf(evaluationChannels).map((value) => ({ value, label: evaluationChannels[value] }))} />
            </div>
            <Button type="submit">筛选</Button>
          </form>
        </div>
        <BadRatingTable rows={list.rows} caption={`差评办理：${badRatingCuts[list.cut]}，${list.cut === "closed" ? "后办结的在前" : "先到期的在前"}`} />
        {list.next && <div className="pb btns"><ButtonLink slim href={href(list.cut, list.next)}>下一页</ButtonLink></div>}
      </section>
    </div>
  );
}
