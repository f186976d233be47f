import type { StaffRoleCode } from "@/lib/terms/roles";

/** 审计员不兼别的岗位：看别人做了什么的人，自己什么也不办。数据库另有一条同样的约束。 */
export const mixesAudit = (roles: readonly StaffRoleCode[]): boolean => roles.includes("auditor") && roles.length > 1;

export const auditApart = "审计员不能兼任别的岗位";
