import { siteVisitFields } from "@/lib/terms/site-visits";
import { formatChineseDate } from "@/lib/workflow/iso-date";
import { limits } from "../rule-sets/limits";
import { applied, deadline, list, text, terms, type Wording } from "./facts";

/** 延长办理期限：经本机关负责人批准，告知理由。 */
export const extension: Wording = (facts, { reason = "", extension: extended }) => [
  text(`${applied(facts)}，本机关${facts.acceptedOn ? `已于${formatChineseDate(facts.acceptedOn)}受理，` : ""}因下列理由不能在法定期限内作出决定。`),
  terms({ 延期理由: reason }),
  text(
    `依据《行政许可法》第四十二条第一款，经本机关负责人批准，办理期限延长${extended?.days ?? limits.statutoryExtension.value}个工作日${extended ? `，延长后的法定期限为${deadline(extended.dueOn, facts)}` : ""}${extended?.promisedOn ? `，本机关承诺的期限相应延至${deadline(extended.promisedOn, facts)}` : ""}。`,
  ),
];

/** 现场核查：两名以上工作人员。 */
export const siteVisit: Wording = (facts, { visit, reason }) => [
  text(`${applied(facts)}，需要对申请材料的实质内容进行核实。依据《行政许可法》第三十四条第三款，本机关指派两名以上工作人员到现场核查，请予配合。`),
  terms({
    核查时间: visit && `${formatChineseDate(visit.on)}${visit.time ? ` ${visit.time}` : ""}`,
    [siteVisitFields.place]: visit?.place,
    核查人员: visit?.officials.join("、"),
    核查事由: reason,
  }),
  ...(visit?.items?.length ? [list("核查内容", visit.items)] : []),
  text("核查人员将出示执法证件，制作核查记录。请安排熟悉情况的人员到场，备好有关材料的原件。核查不收取任何费用。"),
];

/** 按申请人的意愿终止办理。 */
export const termination: Wording = (facts, { reason = "" }) => [
  text(`${applied(facts)}，贵单位申请终止办理。本机关自即日起终止办理该申请，流程结束，不能恢复。`),
  terms({ 终止原因: reason }),
  text("本次办理占用的人员登记已经释放。以后需要的，可以重新申请。"),
];
