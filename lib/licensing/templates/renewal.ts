import { applicantRows, heading, paragraph, signedByUnit, type TemplateDocument } from "./template";

export const renewalForm: TemplateDocument = {
  title: "承装（修、试）电力设施许可证延续申请表",
  fileName: "许可证延续申请表",
  note: "登记信息与原许可证已预填，请核对、补充后签字盖章，扫描上传。",
  parts: [
    heading("一、申请单位"),
    applicantRows,
    heading("二、原许可证"),
    { kind: "fields", rows: [{ label: "许可证编号", value: "{licenceNumber}" }, { label: "类别和等级", value: "{licenceScope}" }, { label: "有效期至", value: "{licenceExpiry}" }] },
    heading("三、延续内容"),
    { kind: "fields", rows: [{ label: "是否降级", value: "{downgrade}" }, { label: "延续后的类别和等级", value: "{scope}" }, { label: "办理方式", value: "{route}" }] },
    heading("四、许可条件保持情况"),
    { kind: "table", columns: ["许可条件", "现有情况", "是否符合"], blankRows: 6 },
    heading("五、申请单位意见"),
    paragraph("本单位在许可证有效期内遵守法律、法规和许可证管理规定，承诺所填内容和所附材料真实、合法、有效，并承担相应的法律责任。"),
    signedByUnit,
  ],
};
