import { momentOf } from "@/components/application/moments";
import { Panel } from "@/components/ui/Panel";
import { Status } from "@/components/ui/Status";
import type { RatingRow } from "@/lib/evaluation/views";

/** 案件页上的好差评：这一件收到的评价，姓名遮盖，没有手机号码。 */
export function CaseRating({ rating }: { rating: RatingRow }) {
  return (
    <Panel id="rating" title="好差评" aside={<Status tone={rating.bad ? "bad" : "good"}>{rating.word}</Status>}>
      {rating.options.length > 0 && <p>{rating.options.join("、")}</p>}
      {rating.comment && <p>“{rating.comment}”</p>}
      <p className="soft small">{rating.rater}，{momentOf(rating.at)}</p>
    </Panel>
  );
}
