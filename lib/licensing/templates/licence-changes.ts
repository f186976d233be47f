import { applicantRows, heading, paragraph, signedByUnit, type TemplateDocument, type TemplatePart } from "./template";

/** 现持许可证的几行。 */
const licenceRows: TemplatePart = {
  kind: "fields",
  rows: [
    { label: "许可证编号", value: "{licenceNumber}" }, { label: "类别和等级", value: "{licenceScope}" },
    { label: "有效期至", value: "{licenceExpiry}" },
  ],
};

const submitterRows: TemplatePart = {
  kind: "fields",
  rows: [{ label: "提交类型", value: "{submitterType}" }, { label: "提交人姓名", value: "{submitterName}" }, { label: "身份证号码", value: "{submitterId}" }],
};

const promise = paragraph("本单位承诺所填内容和所附材料真实、合法、有效，并承担相应的法律责任。");

export const registrationChangeForm: TemplateDocument = {
  title: "承装（修、试）电力设施许可证登记事项变更申请表",
  fileName: "登记事项变更申请表",
  note: "先在“申请变更内容”填好变更后的内容再下载，核对后签字盖章，扫描上传。",
  parts: [
    heading("一、申请单位（变更前）"),
    applicantRows,
    { kind: "fields", rows: [{ label: "企业类型", value: "{enterpriseType}" }, { label: "通讯地址", value: "{mailingAddress}" }, { label: "邮政编码", value: "{postalCode}" }] },
    heading("二、现持许可证"),
    licenceRows,
    heading("三、变更后的登记事项"),
    {
      kind: "fields",
      rows: [
        { label: "变更事项", value: "{items}" }, { label: "单位名称", value: "{afterUnitName}" }, { label: "企业类型", value: "{afterEnterpriseType}" },
        { label: "法定代表人", value: "{afterLegalRep}" }, { label: "法定代表人证件类型", value: "{afterLegalRepIdType}" },
        { label: "法定代表人证件号码", value: "{afterLegalRepId}" }, { label: "住所", value: "{afterDomicile}" },
        { label: "市场监管变更登记日期", value: "{regChangedOn}" }, { label: "变更原因", value: "{reason}" },
      ],
    },
    heading("四、提交人"),
    submitterRows,
    promise,
    signedByUnit,
  ],
};

export const reissueForm: TemplateDocument = {
  title: "承装（修、试）电力设施许可证补（换）证申请表",
  fileName: "补（换）证申请表",
  note: "先填好申请类别与原因再下载，核对后签字盖章，扫描上传。",
  parts: [
    heading("一、申请单位"),
    applicantRows,
    heading("二、现持许可证"),
    licenceRows,
    heading("三、补（换）证内容"),
    {
      kind: "fields",
      rows: [
        { label: "申请类别", value: "{kind}" }, { label: "补换证件", value: "{part}" }, { label: "原因说明", value: "{reason}" }, { label: "遗失日期", value: "{lostOn}" },
        { label: "遗失声明刊登媒体", value: "{statementMedia}" }, { label: "声明刊登日期", value: "{statementOn}" },
      ],
    },
    heading("四、提交人"),
    submitterRows,
    promise,
    signedByUnit,
  ],
};

export const cancellationForm: TemplateDocument = {
  title: "承装（修、试）电力设施许可证注销申请表",
  fileName: "注销申请表",
  note: "先填好注销事项再下载，核对后签字盖章，扫描上传。",
  parts: [
    heading("一、申请单位"),
    applicantRows,
    { kind: "fields", rows: [{ label: "通讯地址", value: "{mailingAddress}" }, { label: "联系人", value: "{contact}" }, { label: "联系人手机", value: "{contactMobile}" }] },
    heading("二、要注销的许可证"),
    licenceRows,
    heading("三、注销事项"),
    {
      kind: "fields",
      rows: [
        { label: "注销事由", value: "{ground}" }, { label: "注销事项", value: "{detail}" }, { label: "拟注销日期", value: "{effectiveOn}" },
        { label: "许可证正副本交回", value: "{paperLicence}" },
      ],
    },
    heading("四、提交人"),
    submitterRows,
    paragraph("本单位知悉：许可证注销后不得再从事许可范围内的活动；需要从事的，应当重新申请许可证。所填内容和所附材料真实、合法、有效。"),
    signedByUnit,
  ],
};
