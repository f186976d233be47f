import { Bar } from "@/components/charts/Bar";
import { percent } from "@/lib/evaluation/figures/indicators";
import type { NamedCount } from "@/lib/licensing/statistics/views";

export interface CountRankingProps {
  caption: string;
  head: string;
  rows: readonly NamedCount[];
  /** 另写占比。 */
  share?: boolean;
  empty: string;
}

/** 名称、件数与长条；数字就在旁边。 */
export function CountRanking({ caption, head, rows, share = false, empty }: CountRankingProps) {
  const whole = rows.reduce((sum, { count }) => sum + count, 0);
  if (whole === 0) return <p className="soft">{empty}</p>;
  const most = Math.max(...rows.map(({ count }) => count));
  return (
    <table className="tbl dist">
      <caption className="sr">{caption}</caption>
      <thead>
        <tr><th scope="col">{head}</th><th scope="col" className="num">{share ? "件数" : "条数"}</th>{share && <th scope="col" className="num">占比</th>}<th scope="col"><span className="sr">图示</span></th></tr>
      </thead>
      <tbody>
        {rows.map(({ key, word, count }) => (
          <tr key={key}>
            <th scope="row" className={share ? "nowrap" : undefined}>{word}</th>
            <td className="num">{count}</td>
            {share && <td className="num">{percent({ part: count, whole })}</td>}
            <td className="barcell"><Bar share={count / most} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
