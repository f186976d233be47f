import { wordOf } from "@/lib/terms/option-map";
import { type ConfirmationStateCode, confirmationStates } from "@/lib/terms/reorganisation";
import type { EffectWords } from "./effect-words";

/** 审查人看到的一家另一方。 */
export interface PartyView {
  uscc: string;
  name: string;
  state: ConfirmationStateCode;
  stateWord: string;
  /** 谁在何时答复；书面同意的写登记人。 */
  answeredBy: string;
  answeredAt: string;
  paperNote: string;
}

/** 另一方自己看到的：这件申请是什么，准予之后它的许可证与人员会怎样。 */
export interface ConfirmationView {
  caseId: string;
  number: string;
  /** 如「合并申请」。 */
  business: string;
  /** 如「吸收合并」。 */
  kind: string;
  applicant: { name: string; uscc: string };
  officeName: string;
  submittedAt: string;
  /** 本单位的与其他各方的；补正期间内容未定，没有。 */
  own?: EffectWords;
  others: EffectWords[];
  /** 从本单位转走的人员。 */
  moving: string[];
  state: ConfirmationStateCode;
  stateWord: string;
  answeredBy: string;
  answeredAt: string;
  paperNote: string;
  /** 现在不能答复的原因；能答复的没有。 */
  closedBecause?: string;
  /** 此人的账号可以答复（企业管理员、提交人）。 */
  mayAnswer: boolean;
}

/** 一条确认在库里的样子。 */
interface StoredAnswer {
  uscc: string;
  name: string;
  state: string;
  answeredByName: string | null;
  answeredAt: Date | null;
  paperNote: string | null;
}

export function partyView({ uscc, name, state, answeredByName, answeredAt, paperNote }: StoredAnswer): PartyView {
  return {
    uscc, name, state: state as ConfirmationStateCode, stateWord: wordOf(confirmationStates, state),
    answeredBy: answeredByName ?? "", answeredAt: answeredAt?.toISOString() ?? "", paperNote: paperNote ?? "",
  };
}

interface Answered {
  name: string;
  state: string;
}

const names = (parties: readonly Answered[]): string => parties.map(({ name }) => name).join("、");

/** 受理之前另一方须全部同意（决定八）；还差谁、谁不同意，都说出来。 */
export function partyObstacle(parties: readonly Answered[]): string | undefined {
  const declined = parties.filter(({ state }) => state === "declined");
  if (declined.length > 0) return `${names(declined)}不同意，不能受理；请退回补正，或者不予受理`;
  const pending = parties.filter(({ state }) => state === "pending");
  return pending.length > 0 ? `还没有${names(pending)}的同意，不能受理；对方在网上确认，或者登记对方的书面同意` : undefined;
}
