import { type Indicators, percent } from "@/lib/evaluation/figures/indicators";
import { getRatingLevel } from "@/lib/evaluation/options";
import { Bar } from "@/components/charts/Bar";

/** 各等级的条数、占比与长条；差评的条另有斜纹，不只靠颜色。 */
export function LevelDistribution({ levels, valid }: Pick<Indicators, "levels" | "valid">) {
  const most = Math.max(1, ...levels.map(({ count }) => count));
  return (
    <table className="tbl dist">
      <caption className="sr">各等级条数和占比</caption>
      <thead>
        <tr><th scope="col">等级</th><th scope="col" className="num">条数</th><th scope="col" className="num">占比</th><th scope="col"><span className="sr">图示</span></th></tr>
      </thead>
      <tbody>
        {levels.map(({ level, count }) => {
          const { word, bad } = getRatingLevel(level);
          return (
            <tr key={level} className={bad ? "lo" : undefined}>
              <th scope="row" className="nowrap">{word}</th>
              <td className="num">{count}</td>
              <td className="num">{percent({ part: count, whole: valid })}</td>
              <td className="barcell"><Bar share={count / most} hatched={bad} /></td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
