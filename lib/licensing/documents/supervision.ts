import { formatChineseDate } from "@/lib/workflow/iso-date";
import { CERTIFICATE_TITLE } from "../licence/certificate";
import { limits } from "../rule-sets/limits";
import { type DocumentFacts, text, terms, type Wording } from "./facts";

const licensed = ({ business, caseNumber }: DocumentFacts): string => `贵单位的${business}（申请编号${caseNumber}）准予之后`;

/** 在册人员不再符合许可条件：先限期补足，逾期才责令整改。 */
export const conditions: Wording = (facts, { reason = "", dueOn, licenceNumber }) => [
  text(`${licensed(facts)}，本机关依据《行政许可法》第六十一条，按贵单位现在的在册人员与许可证载明的类别、等级重新核对，发现不再符合《承装（修、试）电力设施许可证管理办法》规定的许可条件。`),
  terms({ 许可证编号: licenceNumber, 不符合的条件: reason }),
  text(
    `请贵单位${dueOn ? `在${formatChineseDate(dueOn)}前` : "限期"}登录系统办理人员入职，补足上述人员；补足之后系统自动核对，不必另行报告。逾期仍不符合的，本机关责令限期整改；整改后仍不符合的，依法重新核定等级或者撤销许可。`,
  ),
];

/** 责令限期整改：承诺不属实，或者不再符合许可条件。 */
export const rectification: Wording = (facts, { reason = "", dueOn, licenceNumber }) => [
  text(`${licensed(facts)}，本机关依据《行政许可法》第六十一条进行监督检查，发现下列情况。`),
  terms({ 许可证编号: licenceNumber, 检查情况: reason }),
  text(
    `责令贵单位${dueOn ? `在${formatChineseDate(dueOn)}前` : "限期"}整改完毕，并登录系统报告整改情况。逾期没有报告，或者整改后仍不符合的，本机关将依据《行政许可法》第六十九条和《承装（修、试）电力设施许可证管理办法》重新核定等级或者撤销许可。`,
  ),
];

/** 拟撤销许可：还没有作出决定，先听陈述、申辩。 */
export const revocationNotice: Wording = (facts, { reason = "", article = "", licenceNumber }) => [
  text(`${licensed(facts)}，经核查，本机关拟依据《行政许可法》第六十九条撤销贵单位的许可。现将拟作出决定的理由和依据告知如下。`),
  terms({ 许可证名称: CERTIFICATE_TITLE, 许可证编号: licenceNumber, 理由: reason, 法律依据: article }),
  text("本告知书不是决定，许可证在决定作出之前仍然有效。依据《行政许可法》第七条，贵单位有权陈述、申辩；有不同意见的，请尽快向本机关书面提出并附证明材料。"),
];

/** 拟撤销许可，告知可以要求听证。 */
export const hearing: Wording = (facts, { reason = "", article = "", licenceNumber }) => [
  text(`${licensed(facts)}，经核查，本机关拟依据《行政许可法》第六十九条撤销贵单位的许可，直接关系贵单位的重大利益。依据《行政许可法》第四十七条，贵单位有权要求听证。`),
  terms({ 许可证名称: CERTIFICATE_TITLE, 许可证编号: licenceNumber, 理由: reason, 法律依据: article }),
  text(
    `要求听证的，请自收到本告知书之日起${limits.hearingRequest.value}个工作日内向本机关书面提出；逾期没有提出的，视为放弃。提出之后，本机关在${limits.hearing.value}个工作日内组织听证，并在举行听证的${limits.hearingNotice.value}日前通知时间、地点；听证不收取任何费用，贵单位可以委托代理人参加，提出证据，进行申辩和质证。`,
  ),
];

/** 撤销许可。 */
export const revocation: Wording = (facts, { reason = "", article = "", licenceNumber }) => [
  text(`${licensed(facts)}，经核查并告知贵单位陈述、申辩的权利，依据《行政许可法》第六十九条，本机关决定撤销贵单位的许可。`),
  terms({ 许可证名称: CERTIFICATE_TITLE, 许可证编号: licenceNumber, 理由: reason, 法律依据: article }),
  text("自本决定书出具之日起，该许可证不再有效；持有纸质许可证的，请交回本机关。"),
];
