import type { ProcedureCode } from "@/lib/terms/application";

/** 一般程序之外的办理方式。 */
export type SpecialProcedure = Exclude<ProcedureCode, "standard">;

/** 对话框里的一个选择；没有办理方式的是关闭。 */
export interface ProcedureChoice {
  label: string;
  procedure?: ProcedureCode;
  look: "primary" | "plain" | "link";
}

/** 对话框里的一种办理方式与它的选择。 */
export interface ProcedureGroup {
  procedure: SpecialProcedure;
  text: string;
  choices: readonly ProcedureChoice[];
}

/** 【按一般程序办理】：提示框与信用接口不通时都用。 */
export const standardLabel = "按一般程序办理";

/** 点业务之后页面所知：有可选的、没有可选的、或者信用接口此刻问不到。 */
export interface OffersView {
  state: "offered" | "none" | "unavailable";
  groups: readonly ProcedureGroup[];
  /** 因在限制期内而不能用的，逐句说明；也要请人看过再按一般程序开始。 */
  bars?: readonly string[];
  /** 答复的来源与时刻；没有问的为空。 */
  source?: string;
  /** 用的是先前的答复。 */
  cachedAt?: string;
}
