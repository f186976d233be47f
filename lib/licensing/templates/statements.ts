import { concealmentBar, deceitBar } from "../rule-sets/periods";
import { applicantRows, paragraph, signedByUnit, type TemplateDocument } from "./template";

export const legalRepresentativeStatement: TemplateDocument = {
  title: "法定代表人声明",
  fileName: "法定代表人声明",
  note: "由法定代表人本人签字并加盖单位公章，扫描后上传。",
  parts: [
    applicantRows,
    paragraph("本人{legalRep}，系{unitName}的法定代表人，现就本单位申请承装（修、试）电力设施许可证（申请内容：{scope}）声明如下："),
    paragraph("一、本单位为依法登记、能够独立承担民事责任的法人，所填报的登记信息与登记机关核准的一致。"),
    paragraph("二、本次申请填报的内容和提交的全部材料真实、合法、有效，复印件、扫描件与原件一致，没有隐瞒有关情况。"),
    paragraph("三、所列技术负责人、安全负责人、电力相关专业技术人员和技能人员均为本单位在职人员，没有同时在其他单位任职。"),
    paragraph(`四、本人知悉：隐瞒有关情况或者提供虚假材料申请行政许可的，不予受理或者不予许可，并给予警告，${concealmentBar}内不得再次申请；以欺骗、贿赂等不正当手段取得行政许可的，依法撤销，${deceitBar}内不得再次申请。`),
    paragraph("以上声明如有不实，本人和本单位愿意承担由此产生的法律责任。"),
    signedByUnit,
  ],
};

export const selfSubmissionStatement: TemplateDocument = {
  title: "法定代表人自行提交声明",
  fileName: "法定代表人自行提交声明",
  note: "法定代表人签字盖章，与身份证正反面一并扫描上传。",
  parts: [
    applicantRows,
    { kind: "fields", rows: [{ label: "法定代表人证件类型", value: "{legalRepIdType}" }, { label: "法定代表人证件号码", value: "{legalRepId}" }, { label: "法定代表人手机", value: "{legalRepMobile}" }] },
    paragraph("本人{legalRep}，系{unitName}的法定代表人，由本人自行办理本单位承装（修、试）电力设施许可证的申请，自行填报并提交申请材料，接收办理过程中的通知，没有委托他人办理。"),
    paragraph("本人对所提交内容的真实性负责。"),
    { kind: "table", columns: ["法定代表人身份证（人像面）粘贴处", "法定代表人身份证（国徽面）粘贴处"], blankRows: 1, rowMillimetres: 56 },
    signedByUnit,
  ],
};

export const powerOfAttorney: TemplateDocument = {
  title: "授权委托书",
  fileName: "授权委托书",
  note: "委托人、受托人双方签字并加盖单位公章，与双方身份证正反面一并扫描上传。",
  parts: [
    applicantRows,
    {
      kind: "fields",
      rows: [
        { label: "受托人姓名", value: "{submitterName}" }, { label: "受托人身份证号码", value: "{submitterId}" },
        { label: "受托人手机", value: "{submitterMobile}" }, { label: "受托人单位及职务" },
      ],
    },
    paragraph("{unitName}委托上述受托人，代为办理本单位申请承装（修、试）电力设施许可证（申请内容：{scope}）的下列事项："),
    paragraph("一、填报并提交申请材料；二、补正材料、答复询问；三、接收受理、补正、决定等文书和许可证；四、其他与本次申请直接有关的事项。"),
    paragraph("受托人在委托权限内办理的事项，本单位均予承认，由此产生的法律责任由本单位承担。受托人无权转委托。"),
    paragraph("委托期限：自签署之日起至本次申请办结之日止。"),
    { kind: "table", columns: ["委托人身份证（正反面）粘贴处", "受托人身份证（正反面）粘贴处"], blankRows: 2, rowMillimetres: 56 },
    { kind: "signature", lines: ["委托单位（盖章）：{unitName}", "法定代表人（签字）：", "受托人（签字）：", "日期：    年    月    日"] },
  ],
};
