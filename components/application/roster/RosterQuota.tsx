import { Status } from "@/components/ui/Status";
import { Quota } from "@/components/ui/Tiles";
import type { Total } from "@/lib/forms/definition";

/** 自动汇总：现有多少、需要多少、还差多少，缺口用文字说。 */
export function RosterQuota({ totals, label }: { totals: readonly Total[]; label: string }) {
  if (totals.length === 0) return null;
  return (
    <Quota
      label={label}
      items={totals.map(({ label: term, value, need, met, gap }) => ({
        term: need === undefined ? term : `${term} / 需要`,
        figure: need === undefined ? value : `${value} / ${need}`,
        note: gap ? <Status tone="bad">{gap}</Status> : met ? <Status tone="good">已满足</Status> : undefined,
      }))}
    />
  );
}
