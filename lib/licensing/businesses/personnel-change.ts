import { defineBusiness, type LicenceEffect } from "../business";
import { changeOf, changeText } from "../personnel/change";
import { departure } from "../sections/departure";
import { entry } from "../sections/entry";

/** 人员变更申请：持证企业一人离职或入职一件；由人接替的离职与入职一并作出决定（决定九）。 */
export const personnelChange = defineBusiness({
  code: "personnel-change",
  version: 1,
  startsFrom: "licence",
  summary: "持证企业的人员离职、入职",
  review: "short",
  ruleSet: "licence",
  several: true,
  readsPeople: true,
  sections: [departure, entry],
  crossRules: [],
  scopeText: (answers, { people }) => changeText(answers, people),
  effects: (context) => {
    const { leaving, joining } = changeOf(context);
    const on = context.today;
    const effects: LicenceEffect[] = [];
    if (leaving) effects.push({ kind: "leave", ...leaving, on });
    if (joining) effects.push({ kind: "join", person: joining, on });
    return [...effects, { kind: "conditions" }];
  },
  outcome: "人员变更已生效，在册人员可在“我的许可证”查看",
});
