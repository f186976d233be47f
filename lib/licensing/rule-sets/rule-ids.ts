/** The article a rule implements and the catalogue entries it answers; the figures are in the rule sets. */
export interface RuleReference {
  readonly article: `依据：${string}`;
  readonly requirements: readonly string[];
}

const MEASURES = "《承装（修、试）电力设施许可证管理办法》";

/** Every rule of the licence. Article numbers are left out where the text of the order could not be read. */
export const rules = {
  firstApplicationLevel: { article: `依据：${MEASURES}许可等级与首次申请`, requirements: ["L-4.1.1-02"] },
  netAssetsRatio: { article: `依据：${MEASURES}许可条件：净资产`, requirements: ["L-4.1.10-02"] },
  shareholding: { article: "依据：《中华人民共和国公司法》股东出资", requirements: ["L-4.1.2-02"] },
  organisationCode: { article: "依据：GB 32100-2015 法人和其他组织统一社会信用代码编码规则", requirements: ["L-4.1.2-07", "L-4.1.10-02"] },
  technicalLead: { article: `依据：${MEASURES}许可条件：技术负责人`, requirements: ["L-4.1.3-02", "L-4.1.10-02"] },
  safetyLead: { article: `依据：${MEASURES}许可条件：安全负责人专人专岗`, requirements: ["L-4.1.4-02", "L-4.1.10-02"] },
  technicians: { article: `依据：${MEASURES}许可条件：电力相关专业技术人员`, requirements: ["L-4.1.5-07", "L-4.1.10-02"] },
  skilledWorkers: { article: `依据：${MEASURES}许可条件：电力相关专业技能人员`, requirements: ["L-4.1.6-05", "L-4.1.10-02"] },
  electricianOnce: { article: `依据：${MEASURES}许可条件：人员不得同时在其他单位任职`, requirements: ["L-4.1.6-04"] },
  separatePosts: { article: `依据：${MEASURES}许可条件：安全负责人专人专岗，人员不重复计算`, requirements: ["L-4.1.6-04", "L-4.1.10-02"] },
  performance: { article: `依据：${MEASURES}许可条件：规定年限内主要业绩`, requirements: ["L-4.1.10-01", "L-4.1.10-02"] },
  changedScope: { article: `依据：${MEASURES}许可事项变更：变更类别和等级`, requirements: ["L-4.3.0-01", "L-4.3.1-04"] },
  renewedScope: { article: `依据：${MEASURES}许可证延续：原等级延续与降级延续`, requirements: ["L-4.4.1-03", "L-4.4.1-04"] },
  particularsChange: { article: `依据：${MEASURES}登记事项变更`, requirements: ["L-4.2.0-03", "L-4.2.2-05"] },
  lossStatement: { article: `依据：${MEASURES}许可证遗失补办`, requirements: ["L-4.5.1-07"] },
  personnelEntry: { article: `依据：${MEASURES}许可条件：人员不得同时在其他单位任职，负责人的条件`, requirements: ["L-4.7.0-02", "L-4.7.2-03"] },
  rosterConditions: { article: `依据：${MEASURES}许可条件的保持：人员变动之后仍须符合`, requirements: ["L-4.7.1-04", "L-4.7.2-05"] },
  counterparties: { article: `依据：${MEASURES}许可证的变更与注销：分立、合并`, requirements: ["L-4.8.2-01", "L-4.9.1-02"] },
  reorganisedScope: { article: `依据：${MEASURES}许可等级：分立、合并后的类别和等级`, requirements: ["L-4.9.8-02"] },
} as const satisfies Readonly<Record<string, RuleReference>>;

export type RuleId = keyof typeof rules;
