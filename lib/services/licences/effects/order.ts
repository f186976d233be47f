import type { LicensingContext } from "@/lib/licensing/context";

/** 签发一件申请所需：案件、申请企业（登记信息随生效的变更更新）与评判上下文。 */
export interface EffectOrder {
  caseId: string;
  officeCode: string;
  enterprise: { id: string; name: string; uscc: string; particulars: unknown };
  context: LicensingContext;
  today: string;
}

/** 生效之后、通知与经过要说的。 */
export interface Effected {
  licenceNumber?: string;
  validTo?: string;
  /** 落实的名册与审查时的不同：其间另案准予过离职。 */
  rosterDiffers?: true;
}
