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
  technicalLead: { article: `依据：${MEASURES}许可条件：技术负责人`, requirements: ["L-4.1.3-02", "L-4.1.10-02"] },
  safetyLead: { article: `依据：${MEASURES}许可条件：安全负责人专人专岗`, requirements: ["L-4.1.4-02", "L-4.1.10-02"] },
  technicians: { article: `依据：${MEASURES}许可条件：电力相关专业技术人员`, requirements: ["L-4.1.5-07", "L-4.1.10-02"] },
  skilledWorkers: { article: `依据：${MEASURES}许可条件：电力相关专业技能人员`, requirements: ["L-4.1.6-05", "L-4.1.10-02"] },
  electricianOnce: { article: `依据：${MEASURES}许可条件：人员不得同时在其他单位任职`, requirements: ["L-4.1.6-04"] },
  separatePosts: { article: `依据：${MEASURES}许可条件：安全负责人专人专岗，人员不重复计算`, requirements: ["L-4.1.6-04", "L-4.1.10-02"] },
  performance: { article: `依据：${MEASURES}许可条件：规定年限内主要业绩`, requirements: ["L-4.1.10-01", "L-4.1.10-02"] },
} as const satisfies Readonly<Record<string, RuleReference>>;

export type RuleId = keyof typeof rules;
