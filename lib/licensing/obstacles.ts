import { partyObstacle } from "./confirmations";
import { limits } from "./rule-sets/limits";
import { type LicensingAction, licensingWorkflow } from "./workflow";

/** 形审人眼前的意见与已退回的次数。 */
export interface IntakeFacts {
  remarks: readonly { level: string; sentAt: unknown; resolvedAt: unknown }[];
  /** 已发出几次补正通知。 */
  returns: number;
  /** 分立、合并的另一方，受理之前须全部同意。 */
  parties?: readonly { name: string; state: string }[];
  /** 另一方还没有办结的其他申请。 */
  rival?: string | undefined;
  /** 有没有未了的现场核查。 */
  visitOpen?: boolean;
}

/** 由别人承办：先接办才能办。 */
export const heldByOther = (name: string | undefined): string => `本案由${name ?? "他人"}承办，请先接办`;

/** 不必是承办人的动作：本案由别人承办时照样能办。 */
const asides = new Set(licensingWorkflow.filter((row) => row.aside).map((row) => row.action));

const isMust = (remark: { level: string }): boolean => remark.level === "must";

/** 补正一次性告知（行政许可法第三十二条）；第二次只能重复未解决的意见（决定十六）。 */
export function correctionObstacle({ remarks, returns }: IntakeFacts): string | undefined {
  if (returns >= limits.correctionRounds.value) return `已退回补正${returns}次，只能受理或者不予受理`;
  const open = remarks.filter((remark) => isMust(remark) && !remark.resolvedAt);
  if (returns === 0) return open.some((remark) => !remark.sentAt) ? undefined : "请先写至少一条“必须修改”的意见";
  return open.some((remark) => remark.sentAt) ? undefined : "上次的意见都已解决，不能再次退回";
}

/** 受理的阻碍：还有没解决的必须修改意见；另一方没有全部同意，或者它自己的申请还没办结（决定八）。 */
export function acceptObstacle({ remarks, parties = [], rival }: IntakeFacts): string | undefined {
  if (remarks.some((remark) => isMust(remark) && !remark.resolvedAt)) return "有“必须修改”的意见，不能受理";
  return partyObstacle(parties) ?? rival;
}

/** 现在能不能写新的意见；能写时为 undefined。 */
export function remarkObstacle(state: string, returns: number): string | undefined {
  if (state !== "submitted") return "只有待形审的申请可以写意见";
  return returns > 0 ? "补正内容须一次告知，已发出过补正通知，不能再提新的意见" : undefined;
}

/** 本案此刻的阻碍；由别人承办时什么都不能办。 */
export function reviewObstacles(facts: IntakeFacts, heldBy: string | undefined): Partial<Record<LicensingAction, string>> {
  if (heldBy !== undefined) {
    const reason = heldByOther(heldBy);
    return Object.fromEntries(reviewActions.filter((action) => !asides.has(action)).map((action) => [action, reason]));
  }
  const [accept, returnForCorrection] = [acceptObstacle(facts), correctionObstacle(facts)];
  return {
    ...(accept ? { accept, acceptConditionally: accept } : {}),
    ...(returnForCorrection ? { returnForCorrection } : {}),
    ...(facts.visitOpen ? { passReview: "现场核查还没有结束：请先完成核查记录，由各核查人员签字" } : {}),
  };
}

/** 内网一侧的动作；提交与废弃属于企业。 */
export const reviewActions = [
  "accept",
  "acceptConditionally",
  "returnForCorrection",
  "rejectIntake",
  "startReview",
  "passReview",
  "passSecondReview",
  "sendBackToReview",
  "sendBackToSecondReview",
  "grant",
  "refuse",
  "requestExtension",
  "approveExtension",
  "declineExtension",
] as const satisfies readonly LicensingAction[];

export type ReviewAction = (typeof reviewActions)[number];
