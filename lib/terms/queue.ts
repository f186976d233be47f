import { procedures } from "./application";
import type { OptionMap } from "./option-map";

const { conditionalAcceptance, freeTradeZone, commitment } = procedures;

/** Marks of cases in the work list: the procedures that are not the general one, and the two directions of 人员变更. */
export const queueMarks = { conditionalAcceptance, freeTradeZone, commitment, entry: "入职", departure: "离职" } as const satisfies OptionMap;

export type QueueMark = keyof typeof queueMarks;

/** What people are told about cases that changed hands without them. */
export const holderNotices = {
  takenOver: "被接办",
  movedAway: "被移交",
  assigned: "指派给您",
} as const satisfies OptionMap;

export type HolderNoticeKind = keyof typeof holderNotices;

/** After the name of an officer who is away. */
export const awayWord = "外出";
