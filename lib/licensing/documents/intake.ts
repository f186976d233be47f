import { remarkLevels } from "@/lib/terms/remarks";
import { wordOf } from "@/lib/terms/option-map";
import { formatChineseDate } from "@/lib/workflow/iso-date";
import { tacitAcceptance } from "../articles";
import { limits } from "../rule-sets/limits";
import { deferralBar } from "../rule-sets/periods";
import { applied, deadline, type DocumentFacts, list, text, terms, type Wording } from "./facts";

const answerBy = (facts: DocumentFacts): string => (facts.stageDueOn ? `本机关在${deadline(facts.stageDueOn, facts)}` : "本机关在法定期限内");

/** 收到材料的凭证：还不是受理。 */
export const receipt: Wording = (facts) => [
  text(`本机关已收到${applied(facts)}材料。`),
  terms({ 申请事项: facts.business, 申请内容: facts.scopeText, 提交次数: `第${facts.round}次`, 收到日期: facts.submittedOn && formatChineseDate(facts.submittedOn) }),
  text(`依据《行政许可法》第三十二条，${answerBy(facts)}答复是否受理；需要补正的，一次告知全部内容；逾期不告知的，自收到申请材料之日起即为受理。`),
  text("本凭证只证明收到申请材料，不表示已经受理或者准予许可。"),
];

const decideBy = (facts: DocumentFacts): string => {
  const { stageDueOn, statutoryDueOn } = facts;
  const promised = stageDueOn ? `本机关承诺在${deadline(stageDueOn, facts)}作出决定` : "本机关在法定期限内作出决定";
  return statutoryDueOn && statutoryDueOn !== stageDueOn ? `${promised}，法定期限为${deadline(statutoryDueOn, facts)}` : promised;
};

const notCounted = "依法需要听证、检验、检测、鉴定和专家评审的，所需时间不计算在内。";

const examined = "经审查，属于本机关职权范围，申请材料齐全，符合法定形式。依据《行政许可法》第三十二条第一款第五项，本机关决定予以受理。";
const unanswered = `本机关在收到之后${limits.intake.value}个工作日内没有告知是否受理或者需要补正的内容。依据${tacitAcceptance.article}，该申请自收到之日起即为受理。`;

/** 受理；逾期没有答复的，自收到之日起即为受理。 */
export const acceptance: Wording = (facts, { tacit }) => [
  text(`${applied(facts)}，${tacit ? unanswered : examined}`),
  text(`依据《行政许可法》第四十二条，${decideBy(facts)}。${notCounted}`),
];

const deferred = "经审查，属于本机关职权范围，主要材料齐全，符合法定形式，次要材料尚有欠缺。按照贵单位选择的容缺受理方式和所作承诺，依据《行政许可法》第三十二条，本机关决定予以受理。";

/** 容缺受理：缺项清单与补齐的期限。 */
export const conditionalAcceptance: Wording = (facts, { tacit }) => {
  const { materials = [], dueOn } = facts.deferral ?? {};
  return [
    text(`${applied(facts)}，${tacit ? `${unanswered}按照贵单位选择的容缺受理方式和所作承诺，尚有欠缺的材料须在期限内补齐。` : deferred}`),
    list(`缺项清单（共${materials.length}项）`, materials),
    text(`请在${dueOn ? deadline(dueOn, facts) : "规定期限内"}登录系统补齐上述材料。逾期没有补齐的，依法不予许可，且${deferralBar}内不得再申请容缺受理。`),
    text(`依据《行政许可法》第四十二条，${decideBy(facts)}；材料补齐并经核对之前，不作出准予许可的决定。${notCounted}`),
  ];
};

/** 容缺材料按时补齐。 */
export const deferralMet: Wording = (facts) => [
  text(`${applied(facts)}，本机关${facts.acceptedOn ? `于${formatChineseDate(facts.acceptedOn)}` : ""}容缺受理。贵单位补交的下列材料经核对已经齐全，本机关予以确认，继续办理。`),
  list(`已经补齐的材料（共${facts.deferral?.materials.length ?? 0}项）`, facts.deferral?.materials ?? []),
  text("依据《行政许可法》第三十二条，补齐的材料与此前提交的材料一并作为作出决定的根据；本确认书不表示准予许可。"),
];

/** 补正：一次告知全部内容。 */
export const correction: Wording = (facts, { remarks = [] }) => [
  text(`${applied(facts)}，经审查，申请材料不齐全或者不符合法定形式。依据《行政许可法》第三十二条第一款第四项，现将需要补正的全部内容一次告知如下。`),
  list(`补正内容（共${remarks.length}条）`, remarks.map(({ place, level, text: words }) => `【${wordOf(remarkLevels, level)}】${place}：${words}`)),
  text(`请在${facts.stageDueOn ? deadline(facts.stageDueOn, facts) : "规定期限内"}登录系统，对“${remarkLevels.must}”的逐条修改并说明后重新提交；标为“${remarkLevels.hint}”的供参考。补正所需时间不计入办理期限；逾期未补正，或者补正后仍不齐全、不符合法定形式的，依法不予受理。`),
];

/** 不予受理。 */
export const nonAcceptance: Wording = (facts, { reason = "", article = "" }) => [
  text(`${applied(facts)}，经审查，本机关决定不予受理。`),
  terms({ 理由: reason, 法律依据: article }),
  text("依据《行政许可法》第三十二条第二款，出具本通知书。消除上述情形之后，贵单位可以重新申请。"),
];
