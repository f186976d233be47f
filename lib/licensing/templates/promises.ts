import { limits } from "../rule-sets/limits";
import { applicantRows, heading, paragraph, signedByUnit, type TemplateDocument } from "./template";

export const commitmentLetter: TemplateDocument = {
  title: "承装（修、试）电力设施许可告知承诺书",
  fileName: "告知承诺书",
  note: "阅读告知内容后由法定代表人签字并加盖单位公章；承诺书将与许可决定一并公开。",
  parts: [
    applicantRows,
    heading("一、行政机关告知"),
    paragraph("（一）申请内容：{scope}。申请单位应当具备相应级别的净资产、技术负责人和安全负责人、电力相关专业技术人员和技能人员、安全生产组织和制度等条件；级别要求业绩的，还应当具有规定年限内的主要业绩。"),
    paragraph("（二）申请单位以本承诺书代替相应的证明材料，有关证明材料留存备查。"),
    paragraph(`（三）作出许可决定后${limits.commitmentVerificationMonths.value}个月内，办理机构对承诺内容进行核查。承诺不实的，责令${limits.rectificationDays.value}日内改正；逾期不改或者改正后仍不具备条件的，依法撤销许可，记入信用记录，并不再适用告知承诺。`),
    heading("二、申请单位承诺"),
    paragraph("（一）已经知悉上述告知的全部内容；（二）已经符合申请类别和级别的全部许可条件，所填报的人员、资产和业绩真实；（三）能够提供并按要求提交相应的证明材料，配合核查；（四）愿意承担不实承诺、违反承诺的法律责任；（五）同意公开本承诺书；（六）以上承诺是本单位真实的意思表示。"),
    signedByUnit,
  ],
};

export const deferralRequest: TemplateDocument = {
  title: "容缺受理申请及补齐承诺",
  fileName: "容缺受理申请及补齐承诺",
  note: `列明暂缺的材料；逾期没有补齐的不予许可，${limits.deferredMaterialBarMonths.value}个月内不再适用容缺受理。`,
  parts: [
    applicantRows,
    paragraph("{unitName}申请承装（修、试）电力设施许可证（申请内容：{scope}），下列材料暂时未能提交，申请容缺受理："),
    { kind: "table", columns: ["暂缺材料", "原因", "承诺补齐日期"], blankRows: 5 },
    paragraph(`本单位承诺：自收到容缺受理通知书之日的次日起${limits.deferredMaterial.value}个工作日内补齐上述材料；逾期没有补齐或者补齐的材料不符合要求的，接受不予许可的决定和相应的信用记录。`),
    signedByUnit,
  ],
};
