import type { OptionMap } from "./option-map";

/** Kinds of to-do (待办). */
export const todoKinds = {
  correction: "补正材料",
  evaluation: "好差评",
  deferredMaterial: "补齐容缺材料",
  renewal: "办理许可证延续",
  rectification: "限期整改",
  leadSuccession: "补配负责人",
  counterpartyConfirmation: "确认分立或合并",
} as const satisfies OptionMap;

export type TodoKindCode = keyof typeof todoKinds;
