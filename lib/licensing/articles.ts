import { documentKinds } from "@/lib/terms/documents";
import { formatChineseDate, type IsoDate } from "@/lib/workflow/iso-date";
import { limits } from "./rule-sets/limits";
import type { LicensingAction } from "./workflow";

const incomplete = "《行政许可法》第三十二条第一款第四项（逾期未补正或者补正后仍不齐全、不符合法定形式）";

/** 不予受理、不予许可须写明的法律依据；名单之外可以自己写。 */
const intakeArticles = [
  "《行政许可法》第三十二条第一款第一项（依法不需要取得行政许可）",
  "《行政许可法》第三十二条第一款第二项（不属于本机关职权范围）",
  incomplete,
  "《行政许可法》第七十八条（隐瞒有关情况或者提供虚假材料）",
] as const;

const decisionArticles = [
  "《行政许可法》第三十八条第二款（不符合法定条件、标准）",
  "《承装（修、试）电力设施许可证管理办法》许可条件：净资产",
  "《承装（修、试）电力设施许可证管理办法》许可条件：负责人和人员",
  "《承装（修、试）电力设施许可证管理办法》许可条件：业绩",
  "《行政许可法》第七十八条（隐瞒有关情况或者提供虚假材料）",
] as const;

/** 一个动作可选的法律依据；不需要依据的为空。 */
export function articlesFor(action: LicensingAction): readonly string[] {
  if (action === "rejectIntake") return intakeArticles;
  return action === "refuse" ? decisionArticles : [];
}

/** 补正期限届满没有重新提交，由系统不予受理时的理由与依据（决定十六）。 */
export const unansweredCorrection = {
  article: incomplete,
  /** 哪一份补正材料通知书、要求在哪天前补正，也写明。 */
  reasonOf: (notice: string | undefined, dueOn: IsoDate | null): string =>
    `逾期未补正${notice ? `（《${documentKinds.correction}》${notice}${dueOn ? `要求在${formatChineseDate(dueOn)}前补正` : ""}，期限届满没有重新提交）` : ""}`,
} as const;

/** 收到之后五个工作日没有告知，由系统视为受理的依据（决定十六）。 */
export const tacitAcceptance = { article: "《行政许可法》第三十二条第一款第四项（逾期不告知的，自收到申请材料之日起即为受理）" } as const;

/** 对决定不服的救济：行政复议法第二十条、第二十五条（派出机构的决定由国务院部门复议）、行政诉讼法第四十六条。 */
export const remedies = `如不服本决定，可自收到之日起${limits.reconsiderationDays.value}日内向国家能源局申请行政复议，或者${limits.litigationMonths.value}个月内向有管辖权的人民法院提起行政诉讼。`;
