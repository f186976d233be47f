// 依据：《承装（修、试）电力设施许可证管理办法》许可条件：电力相关专业技术人员总数与中级以上人数，按所申请的最高级别计一次（决定五）。
import { highestLevelOf } from "../items";
import { rosterOf, TECHNICIANS } from "../places";
import { countTechnicians } from "../staff";
import { defineRule } from "./finding";
import { enoughPeople } from "./quota";

export const techniciansRule = defineRule("technicians", (context) => {
  const level = highestLevelOf(context);
  if (!level) return [];
  const count = countTechnicians(rosterOf(context.answers, TECHNICIANS));
  return [
    ...enoughPeople(TECHNICIANS, `电力相关技术人员（${level.word}）`, count.total, level.technicians.value),
    ...enoughPeople(TECHNICIANS, `中级以上职称的技术人员（${level.word}）`, count.intermediateOrAbove, level.intermediateTechnicians.value),
  ];
});
