// 依据：《承装（修、试）电力设施许可证管理办法》许可条件：电力相关专业技能人员总数与高压电工人数，按最高级别计一次；证书过期的不计（决定五）。
import { highestLevelOf } from "../items";
import { rosterOf, SKILLED_WORKERS } from "../places";
import { countSkilledWorkers } from "../staff";
import { defineRule } from "./finding";
import { enoughPeople } from "./quota";

export const skilledWorkersRule = defineRule("skilledWorkers", (context) => {
  const level = highestLevelOf(context);
  if (!level) return [];
  const count = countSkilledWorkers(rosterOf(context.answers, SKILLED_WORKERS), context.today);
  return [
    ...enoughPeople(SKILLED_WORKERS, `电力相关专业技能人员（${level.word}）`, count.total, level.skilledWorkers.value),
    ...enoughPeople(SKILLED_WORKERS, `高压电工（${level.word}）`, count.highVoltage, level.highVoltageElectricians.value),
  ];
});
