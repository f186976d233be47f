import type { EnterpriseRoleCode, StaffRoleCode } from "@/lib/terms/roles";

/** 谁在做这件事。每个服务的第一个参数；只由会话、任务或演示数据得出，绝不来自请求内容。 */
export interface EnterpriseActor {
  kind: "enterprise";
  accountId: string;
  sessionId: string;
  name: string;
  enterpriseId: string;
  roles: readonly EnterpriseRoleCode[];
  /** 这次请求的来源，审计要记。 */
  address?: string;
}

export interface StaffActor {
  kind: "staff";
  accountId: string;
  sessionId: string;
  name: string;
  officeCode: string;
  roles: readonly StaffRoleCode[];
  address?: string;
}

/** 未登录的公众（核验、注册、找回密码）。 */
export interface PublicActor {
  kind: "public";
  address: string;
  /** 登录时记下的设备，供本人辨认自己的登录。 */
  device?: string;
}

/** 后台任务与首次装载的演示数据。 */
export interface SystemActor {
  kind: "system";
  name: string;
}

export type SignedInActor = EnterpriseActor | StaffActor;
export type Actor = SignedInActor | PublicActor | SystemActor;
