import { applicantRows, heading, paragraph, signedByUnit, type TemplateDocument } from "./template";

export const applicationForm: TemplateDocument = {
  title: "承装（修、试）电力设施许可证申请表",
  fileName: "许可证申请表",
  note: "登记信息已由企业注册预填，请核对、补充后签字盖章，扫描上传。",
  parts: [
    heading("一、申请单位"),
    {
      kind: "fields",
      rows: [
        { label: "单位名称", value: "{unitName}" }, { label: "统一社会信用代码", value: "{uscc}" }, { label: "企业类型", value: "{enterpriseType}" },
        { label: "登记注册类型", value: "{registrationType}" }, { label: "注册资本（万元）", value: "{registeredCapital}" }, { label: "成立日期", value: "{foundedOn}" },
        { label: "登记机关", value: "{registrationAuthority}" }, { label: "住所", value: "{domicile}" }, { label: "法定代表人", value: "{legalRep}" },
        { label: "通讯地址", value: "{mailingAddress}" }, { label: "邮政编码", value: "{postalCode}" }, { label: "联系人", value: "{contact}" },
        { label: "联系人手机", value: "{contactMobile}" }, { label: "固定电话", value: "{phone}" },
      ],
    },
    heading("二、申请事项"),
    { kind: "fields", rows: [{ label: "申请性质", value: "{nature}" }, { label: "申请类别与级别", value: "{scope}" }, { label: "办理方式", value: "{route}" }] },
    heading("三、资产情况"),
    { kind: "fields", rows: [{ label: "总资产（万元）" }, { label: "净资产（万元）" }, { label: "财务数据截止日期" }] },
    heading("四、负责人"),
    { kind: "table", columns: ["岗位", "姓名", "身份证号码", "职称", "相关管理工作年限"], blankRows: 2, firstCells: ["技术负责人", "安全负责人"] },
    heading("五、人员情况"),
    { kind: "table", columns: ["人员", "总数", "其中高级", "其中中级", "其中高压电工"], blankRows: 2, firstCells: ["电力相关技术人员", "电力相关专业技能人员"] },
    heading("六、申请单位意见"),
    paragraph("本单位承诺所填内容和所附材料真实、合法、有效，并承担相应的法律责任。"),
    signedByUnit,
  ],
};

export const workResume: TemplateDocument = {
  title: "工作简历及业绩证明",
  fileName: "工作简历及业绩证明",
  note: "由技术负责人本人填写并签字，工作单位盖章证明。",
  parts: [
    { kind: "fields", rows: [{ label: "姓名" }, { label: "身份证号码" }, { label: "职称级别与专业" }, { label: "现工作单位", value: "{unitName}" }, { label: "现任职务" }] },
    heading("工作经历"),
    { kind: "table", columns: ["起止年月", "工作单位", "职务/岗位", "从事活动（安装、维修、试验）", "是否管理工作", "证明人及电话"], blankRows: 6 },
    heading("主要业绩"),
    { kind: "table", columns: ["工程名称", "电压等级", "起止年月", "本人承担的工作"], blankRows: 5 },
    paragraph("本人声明以上内容属实。"),
    { kind: "signature", lines: ["本人（签字）：", "证明单位（盖章）：", "日期：    年    月    日"] },
  ],
};

export const safetyOrganisation: TemplateDocument = {
  title: "安全生产组织和制度材料",
  fileName: "安全生产组织和制度",
  note: "列出安全生产管理机构、人员与制度目录，制度文本附后，加盖单位公章。",
  parts: [
    applicantRows,
    heading("一、安全生产管理机构与人员"),
    { kind: "table", columns: ["机构或岗位", "姓名", "职责", "联系电话"], blankRows: 5 },
    heading("二、安全生产制度目录"),
    { kind: "table", columns: ["制度名称", "文号", "实施日期"], blankRows: 8 },
    heading("三、说明"),
    paragraph("{unitName}已按上述机构、人员和制度组织安全生产，制度文本附后。"),
    signedByUnit,
  ],
};
