type Person = { name: string; idNo: string; mobile: string };

/** What is entered for a lead, by label. */
export const leadEntries = ({ name, idNo, mobile }: Person, post: string): Record<string, string | string[]> => ({
  姓名: name, 身份证号码: idNo, 手机号码: mobile, 学历: "大学本科", 职称级别: "中级", 职称专业: "电力系统及其自动化", 职称证书编号: `LNZC2015${idNo.slice(-4)}`,
  职称证书发证机关: "辽宁省人力资源和社会保障厅", 发证日期: "2015-12-20", 现任职务: post, 入职日期: "2016-03-01", 社会保险缴纳起始月: "2016-03", 负责类别: ["承装", "承试"],
});

/** One work experience of more than three years. */
export const experienceEntries = (witness: Person): Record<string, string | string[] | true> => ({
  起始年月: "2012-07", 截止年月: "2020-06", 工作单位: "辽宁某送变电工程公司", "职务/岗位": "项目经理", 从事活动: ["安装", "试验"], 是否管理工作: true, 证明人: witness.name,
  证明人电话: witness.mobile,
});

/** A technician: the same headers in the spreadsheet and on the screen. */
export const technicianEntries = ({ name, idNo, mobile }: Person): Record<string, string> => ({
  姓名: name, 证件类型: "居民身份证", 身份证号码: idNo, 手机号码: mobile, 学历: "大学专科", 职称级别: "初级（助理级）", 职称专业: "电气工程", 职称证书编号: `LNCJ2018${idNo.slice(-4)}`,
  职称证书发证机关: "沈阳市人力资源和社会保障局", 发证日期: "2018-11-30", 现任职务: "技术员", 入职日期: "2019-05-06", 社会保险缴纳起始月: "2019-05",
});

/** An electrician for 高压, with a certificate of the kind now issued. */
export const electricianEntries = ({ name, idNo }: Person): Record<string, string> => ({
  电工发证机关: "应急管理部门（原安全监管部门）", 证书类型: "特种作业操作证", 作业类别: "高压电工作业", 证书编号: `T${idNo}`, 初领日期: "2019-06-01", 有效期起: "2025-06-01",
  有效期止: "2031-05-31", 姓名: name, 身份证号码: idNo,
});
