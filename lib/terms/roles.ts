import type { OptionMap } from "./option-map";

/** Posts in the back office. */
export const staffRoles = {
  intake: "受理岗",
  examiner: "审查岗",
  secondReviewer: "复审岗",
  signer: "签发岗",
  evaluationOfficer: "好差评管理员",
  administrator: "系统管理员",
  auditor: "审计员",
} as const satisfies OptionMap;

export type StaffRoleCode = keyof typeof staffRoles;

/** States by which the list of staff is cut. */
export const staffStates = {
  active: "在用",
  disabled: "已停用",
  away: "外出",
} as const satisfies OptionMap;

/** Roles inside an enterprise. */
export const enterpriseRoles = {
  owner: "企业管理员",
  filler: "填报人",
  submitter: "提交人",
} as const satisfies OptionMap;

export type EnterpriseRoleCode = keyof typeof enterpriseRoles;

/** What nobody does by hand: a limit that ran out. No account ever holds it. */
export const systemRoles = {
  system: "系统",
} as const satisfies OptionMap;

export type SystemRoleCode = keyof typeof systemRoles;

/** What the second step of a sign-in was passed with. */
export const secondProofs = {
  authenticator: "动态口令",
  recovery: "恢复码",
} as const satisfies OptionMap;
