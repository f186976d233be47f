import { formatChineseDate } from "@/lib/workflow/iso-date";
import { effectSentences } from "../effect-words";
import { CERTIFICATE_TITLE } from "../licence/certificate";
import { isByCommitment } from "../procedures/materials";
import { limits } from "../rule-sets/limits";
import { verificationPeriod } from "../rule-sets/periods";
import { applied, type DocumentFacts, list, text, terms, type Wording } from "./facts";

const accepted = ({ acceptedOn }: DocumentFacts): string => (acceptedOn ? `，本机关于${formatChineseDate(acceptedOn)}受理` : "");

/** 准予许可。 */
export const grant: Wording = (facts, { licenceNumber, validTo, outcome, effects = [] }) => [
  text(`${applied(facts)}${accepted(facts)}。经审查，申请符合法定条件、标准。依据《行政许可法》第三十八条第一款和《承装（修、试）电力设施许可证管理办法》，本机关决定准予许可。`),
  terms({ 许可内容: facts.scopeText, 许可证名称: licenceNumber && CERTIFICATE_TITLE, 许可证编号: licenceNumber, 有效期至: validTo && formatChineseDate(validTo), 办理结果: outcome }),
  ...(effects.length > 0 ? [list("各方的许可证与人员", effectSentences(effects))] : []),
  ...(isByCommitment(facts.procedure) ? [text(`本次许可以贵单位的书面承诺为依据。本机关在作出决定后${verificationPeriod}内核查承诺的内容；承诺不属实的，责令限期整改，逾期不改正的撤销许可。`)] : []),
  text(validTo ? `依据《行政许可法》第四十四条，本机关在作出决定之日起${limits.issueAfterDecision.value}个工作日内颁发、送达许可证；电子证照与纸质证书具有同等效力，可以登录系统下载。` : "本决定自出具之日起生效。"),
];

/** 不予许可。 */
export const refusal: Wording = (facts, { reason = "", article = "" }) => [
  text(`${applied(facts)}${accepted(facts)}。经审查，本机关决定不予许可。`),
  terms({ 理由: reason, 法律依据: article }),
  text("依据《行政许可法》第三十八条第二款，出具本决定书并说明理由。"),
];

/** 按持证企业的申请注销。 */
export const cancellation: Wording = (facts, { licenceNumber, outcome }) => [
  text(`${applied(facts)}${accepted(facts)}。经审查，依据《行政许可法》第七十条和《承装（修、试）电力设施许可证管理办法》，本机关决定注销贵单位的许可证。`),
  terms({ 许可证名称: CERTIFICATE_TITLE, 许可证编号: licenceNumber, 注销原因: facts.scopeText, 办理结果: outcome }),
  text("自本决定书出具之日起，该许可证不再有效；持有纸质许可证的，请交回本机关。"),
];
