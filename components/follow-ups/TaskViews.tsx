import { type View, Views } from "@/components/ui/Views";
import { type FollowUpCount, type FollowUpCut, followUpCuts } from "@/lib/licensing/follow-up-views";
import { type FollowUpKind, followUpKinds } from "@/lib/terms/follow-ups";
import { codesOf } from "@/lib/terms/option-map";

/** 已了结的越积越多，不数。 */
type Figure = Exclude<FollowUpCut, "closed">;

const isFigure = (cut: FollowUpCut): cut is Figure => cut !== "closed";

const sum = (counts: readonly FollowUpCount[], figure: Figure): number => counts.reduce((total, one) => total + one[figure], 0);

/** 各种任务一栏：件数随现在的视图（地址也带着它），不数件数的视图没有；有逾期的另外说（件数就是逾期的不再说）；最后是许可证届满名单。 */
export function KindViews({ counts, kind, cut }: { counts: readonly FollowUpCount[]; kind?: FollowUpKind | undefined; cut?: FollowUpCut }) {
  const shown = cut ?? "running";
  const figure = (own: readonly FollowUpCount[]): { count?: number } => (isFigure(shown) ? { count: sum(own, shown) } : {});
  const words = (label: string, late: number): string => (late > 0 && shown !== "overdue" ? `${label}（逾期 ${late}）` : label);
  const views: View[] = [
    { key: "all", label: words("全部任务", sum(counts, "overdue")), ...figure(counts), current: cut !== undefined && kind === undefined },
    ...counts.map((one) => ({ key: one.kind, label: words(followUpKinds[one.kind], one.overdue), ...figure([one]), current: one.kind === kind, urgent: one.overdue > 0 })),
    { key: "expiring", label: "许可证届满", current: cut === undefined },
  ];
  const href = (key: string): string => (key === "expiring" ? "/admin/follow-ups/expiring" : tasksHref({ cut: shown, ...(key === "all" ? {} : { kind: key }) }));
  return <Views label="种类" views={views} href={href} />;
}

/** 将到期、已逾期、全部……；选中的种类里各有几件。 */
export function CutViews({ counts, kind, cut }: { counts: readonly FollowUpCount[]; kind?: FollowUpKind | undefined; cut: FollowUpCut }) {
  const own = kind === undefined ? counts : counts.filter((one) => one.kind === kind);
  const figureOf = (key: FollowUpCut): number | undefined => (isFigure(key) ? sum(own, key) : undefined);
  const views = codesOf(followUpCuts).map((key): View => {
    const count = figureOf(key);
    return { key, label: followUpCuts[key], current: key === cut, urgent: key === "overdue" && (count ?? 0) > 0, ...(count === undefined ? {} : { count }) };
  });
  return <Views label="视图" views={views} href={(key) => tasksHref({ cut: key, kind })} />;
}

/** 后续任务列表的地址。 */
export function tasksHref({ cut, kind, after }: { cut?: string | undefined; kind?: string | undefined; after?: string | undefined }): string {
  const query = new URLSearchParams({ ...(cut ? { cut } : {}), ...(kind ? { kind } : {}), ...(after ? { after } : {}) });
  return query.size > 0 ? `/admin/follow-ups?${query}` : "/admin/follow-ups";
}
