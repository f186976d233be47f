import type { NamedOption } from "@/lib/evaluation/figures/views";
import { getRatingLevel } from "@/lib/evaluation/options";
import { Bar } from "@/components/charts/Bar";

const SHOWN = 10;

/** 提到最多的评价详情，各属哪一级。 */
export function OptionRanking({ options }: { options: readonly NamedOption[] }) {
  if (options.length === 0) return <p className="soft">这一期间没有勾选评价详情的。</p>;
  const shown = options.slice(0, SHOWN);
  const most = Math.max(1, ...shown.map(({ count }) => count));
  return (
    <table className="tbl dist">
      <caption className="sr">提到最多的评价详情</caption>
      <thead>
        <tr><th scope="col">评价详情</th><th scope="col" className="hidden md:table-cell">等级</th><th scope="col" className="num">条数</th><th scope="col"><span className="sr">图示</span></th></tr>
      </thead>
      <tbody>
        {shown.map(({ code, text, level, count }) => {
          const { word, bad } = getRatingLevel(level);
          return (
            <tr key={code} className={bad ? "lo" : undefined}>
              <th scope="row">{text}</th>
              <td className="nowrap soft hidden md:table-cell">{word}</td>
              <td className="num">{count}</td>
              <td className="barcell"><Bar share={count / most} hatched={bad} /></td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
