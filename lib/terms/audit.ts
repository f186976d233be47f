import { followUpEvents } from "./follow-ups";
import type { OptionMap } from "./option-map";

/** Deeds of accounts in the audit. */
export const accountAudits = {
  "account.signIn": "登录",
  "account.signInRefused": "登录失败",
  "account.locked": "登录失败，账号锁定",
  "account.signOut": "退出登录",
  "account.passwordChanged": "修改密码",
  "account.passwordRecovered": "找回密码",
  "account.passwordReset": "重设内网人员的密码",
  "account.posts": "变更内网人员的岗位",
  "account.create": "新建内网人员的账号",
  "account.edit": "变更内网人员",
  "account.disable": "停用账号",
  "account.enable": "启用账号",
  "account.sessionEnded": "结束自己在别处的登录",
  "account.reminderOn": "打开自己的每日提醒",
  "account.reminderOff": "关闭自己的每日提醒",
  "account.sessionsEnded": "结束他人的登录",
  "account.codeRefused": "动态口令不对",
  "account.secondFactorOn": "启用动态口令",
  "account.secondFactorOff": "停用动态口令",
  "account.secondFactorReset": "重设内网人员的动态口令",
  "account.recoveryCodes": "更换恢复码",
  "enterprise.handOver": "移交企业的账号",
  "colleague.invite": "邀请同事",
  "colleague.accept": "接受邀请",
  "colleague.revoke": "撤回邀请",
  "colleague.disable": "停用同事的账号",
  "colleague.restore": "恢复同事的账号",
  "enterprise.register": "注册企业",
  "enterprise.edit": "修改企业信息",
  "claim.request": "申请认领企业",
} as const satisfies OptionMap;

/** Deeds of the enterprise on its cases in the audit. */
export const applicationAudits = {
  "application.start": "开始申请",
  "application.save": "保存页签",
  "attachment.upload": "上传附件",
  "attachment.remove": "去掉附件",
  "remark.answer": "答复补正意见",
  "case.submit": "提交申请",
  "case.discard": "废弃申请",
  "case.terminate": "终止申请",
  "case.confirmParty": "另一方同意",
  "case.declineParty": "另一方不同意",
  "evaluation.rate": "评价",
  "document.receive": "打开文书，电子送达",
} as const satisfies OptionMap;

/** Deeds of the office on cases in the audit. */
export const reviewAudits = {
  "case.claim": "领取案件",
  "case.takeOver": "接办案件",
  "case.assign": "指派案件",
  "case.reassign": "移交案件",
  "absence.record": "登记外出",
  "absence.remove": "取消外出",
  "case.release": "案件放回未领取",
  "remark.draft": "写补正意见",
  "remark.change": "修改补正意见",
  "remark.remove": "删去补正意见",
  "remark.resolve": "关闭补正意见",
  "remark.reopen": "重新打开补正意见",
  "phrase.save": "存意见的常用语",
  "phrase.remove": "删去意见的常用语",
  "case.recordPartyConsent": "登记另一方的书面同意",
  "case.accept": "受理",
  "case.acceptConditionally": "容缺受理",
  "case.acceptTacitly": "逾期未答复，视为受理",
  "case.returnForCorrection": "退回补正",
  "case.rejectIntake": "不予受理",
  "case.closeUnanswered": "逾期未补正，不予受理",
  "case.refuseDeferral": "容缺材料未补齐，不予许可",
  "case.startReview": "开始审查",
  "case.passReview": "审查通过",
  "case.passSecondReview": "复审通过",
  "case.sendBackToReview": "退回审查",
  "case.sendBackToSecondReview": "退回复审",
  "case.requestExtension": "申请延长期限",
  "case.approveExtension": "批准延长期限",
  "case.declineExtension": "不批准延长期限",
  "case.grant": "准予许可",
  "case.refuse": "不予许可",
  "licence.expire": "许可证届满，释放人员",
  "document.deliver": "登记送达",
  "siteVisit.order": "安排现场核查",
  "siteVisit.record": "填写现场核查记录",
  "siteVisit.sign": "在现场核查记录上签字",
  "siteVisit.close": "现场核查完成",
  "siteVisit.cancel": "取消现场核查",
  "siteVisit.addPhoto": "上传现场核查照片",
  "siteVisit.removePhoto": "去掉现场核查照片",
} as const satisfies OptionMap;

/** Steps of follow-ups in the audit, in the words of the story of the case. */
export const followUpAudits: OptionMap = {
  "followUp.supply": "容缺材料已提交",
  "followUp.met": "容缺材料核对为补齐",
  "followUp.incomplete": "容缺材料核对为不齐",
  "followUp.report": "整改报告已提交",
  ...Object.fromEntries(Object.entries(followUpEvents).map(([event, word]) => [`followUp.${event}`, word])),
};

/** Handling of bad ratings, codes and exchange of 好差评 in the audit. */
export const evaluationAudits = {
  "badRating.assign": "分派差评",
  "badRating.reassign": "改派差评",
  "badRating.verify": "核实差评",
  "badRating.startRectifying": "差评开始整改",
  "badRating.answer": "答复差评",
  "badRating.appeal": "差评申诉",
  "badRating.withdrawAppeal": "差评撤回申诉",
  "badRating.upholdRating": "差评申诉不成立",
  "badRating.exclude": "排除评价",
  "badRating.callBack": "差评回访",
  "badRating.sendBack": "差评退回整改",
  "badRating.close": "差评办结",
  "evaluation.generateCodes": "生成评价码",
  "evaluation.revokeCode": "撤销评价码",
  "exchange.addClient": "登记评价交换的对接方",
  "exchange.revokeClient": "停用评价交换的对接方",
} as const satisfies OptionMap;

/** Looks at personal data, and what was taken out, in the audit. */
export const lookAudits = {
  "number.reveal": "查看完整号码",
  "attachment.open": "查看附件",
  "outbox.read": "查看短信",
  "badRating.phone": "查看评价人的手机号码",
  "siteVisit.openPhoto": "查看现场核查照片",
  "siteVisit.print": "下载现场核查记录",
  "submission.print": "下载申请内容",
  "submission.download": "下载申请附件",
  "sheet.export": "导出人员或业绩表",
  "licence.download": "下载许可证",
  "document.open": "查看文书",
  "document.receipt": "打印送达回证",
  "queue.export": "导出工作列表",
  "statistics.export": "导出办理统计",
  "evaluation.exportReceived": "导出收到的评价",
  "evaluation.exportFigures": "导出评价统计",
  "audit.search": "查找审计",
  "audit.export": "导出审计",
  "audit.verify": "校验审计",
  "followUp.export": "导出后续任务",
  "licence.exportExpiring": "导出许可证届满名单",
} as const satisfies OptionMap;

/** Deeds of the administrator and of the system itself in the audit. */
export const administrationAudits = {
  "settings.change": "修改设置",
  "settings.calendar": "改动节假日安排",
  "settings.officeDigits": "核实派出机构的编号",
  "settings.officeContact": "修改派出机构的联系方式",
  "institution.add": "列为机构",
  "institution.remove": "不再是机构",
  "pilotArea.add": "列入试点范围",
  "pilotArea.remove": "移出试点范围",
  "credit.save": "登记信用",
  "credit.import": "导入信用登记",
  "restriction.record": "登记限制期",
  "restriction.revoke": "撤回限制期",
  "attachment.tidy": "清理无主的附件",
  "claim.approve": "同意认领企业",
  "claim.reject": "不同意认领企业",
  "import.check": "检查导入文件",
  "import.apply": "确认导入",
  "import.discard": "放弃导入",
  "notice.create": "起草通知公告",
  "notice.edit": "修改通知公告",
  "notice.publish": "公布通知公告",
  "notice.withdraw": "撤下通知公告",
  "notice.remove": "删去通知公告的草稿",
  "outbox.resend": "重发短信",
  "keys.rotate": "加密的内容换密钥",
} as const satisfies OptionMap;

/** The families of deeds, in the order in which the search offers them. */
export const auditFamilies: readonly { label: string; actions: OptionMap }[] = [
  { label: "账号与企业", actions: accountAudits },
  { label: "企业办理", actions: applicationAudits },
  { label: "机构办理", actions: reviewAudits },
  { label: "后续任务", actions: followUpAudits },
  { label: "好差评", actions: evaluationAudits },
  { label: "查看与导出", actions: lookAudits },
  { label: "系统管理", actions: administrationAudits },
];

/** Every deed that the audit knows; a code without a word here fails a test. */
export const auditActions: OptionMap = Object.assign({}, ...auditFamilies.map(({ actions }) => actions));

/** What an audit entry is about. */
export const auditSubjects = {
  Case: "案件",
  Account: "账号",
  Enterprise: "企业",
  Licence: "许可证",
  Attachment: "附件",
  IssuedDocument: "文书",
  FollowUp: "后续任务",
  SiteVisit: "现场核查",
  Remark: "补正意见",
  RemarkPhrase: "意见的常用语",
  Invitation: "邀请",
  Login: "登录",
  OutboxMessage: "短信",
  Setting: "设置",
  Office: "派出机构",
  HolidayYear: "节假日安排",
  CreditRecord: "信用登记",
  PilotArea: "试点范围",
  Restriction: "限制期",
  Evaluation: "评价",
  BadRating: "差评",
  EvaluationCode: "评价码",
  ExchangeClient: "评价交换的对接方",
  ImportRun: "导入",
  EnterpriseClaim: "认领申请",
  Notice: "通知公告",
  Audit: "审计",
  Key: "密钥",
} as const satisfies OptionMap;

/** On whose side someone acted. */
export const auditAudiences = {
  enterprise: "企业",
  staff: "内网",
  public: "公众",
  system: "系统",
} as const satisfies OptionMap;

/** Names of what the audit's details hold. */
export const auditDetails = {
  deliveryWay: "送达方式", deliveredOn: "送达日期",
  plannedOn: "定于", pausesClock: "不计入期限", officials: "核查人员", photoId: "照片",
  accountId: "账号", applicationId: "案件", caseId: "案件", followUp: "后续任务", evaluationId: "评价", invitationId: "邀请",
  officeCode: "派出机构", ended: "结束的登录数", secondProof: "第二步", postalCode: "邮政编码", phone: "电话", officeAddress: "机构地址", colleagues: "同事的账号也停用", disabledAccounts: "停用的账号",
  login: "登录账号", displayName: "姓名", mobile: "手机", recipient: "收件手机", roles: "岗位或角色", name: "名称", uscc: "统一社会信用代码", party: "另一方", number: "编号",
  state: "状态", kind: "种类", business: "业务", procedure: "办理方式", level: "等次", reason: "理由", place: "位置", round: "第几次提交",
  section: "页签", table: "表", slot: "材料", rowId: "行", fields: "改动的项", rows: "行数", conflicts: "与他人冲突的处数", size: "字节数", template: "短信模板", copy: "正副本", validTo: "有效期至",
  grade: "信用等级", pilotZone: "自贸区试点", commitmentRegion: "承诺制区域", deferralDefaults: "容缺失信", regionCode: "地区", regionDigit: "区域数字", officeDigit: "机构数字",
  enterpriseId: "企业", event: "情形", fromOn: "起", untilOn: "止", note: "说明", assigneeId: "承办人", servicePoint: "服务点", count: "个数", firstServicePoint: "第一个服务点", lastServicePoint: "最后一个服务点", days: "有效天数", codes: "评价码", keyId: "密钥编号",
  isInstitution: "机构", file: "文件", created: "新登记", added: "新增", changed: "改动", updated: "更新", unchanged: "无变化", faulty: "有错",
  title: "标题", body: "正文", audience: "对象", office: "派出机构", pinned: "置顶", publishOn: "公布时间", records: "各家的登记", from: "原为", to: "现为",
  format: "格式", entries: "条数", outcome: "结果", sealed: "已封存", waiting: "待封存", person: "人", action: "动作", subject: "对象", id: "编号或代码", address: "来源地址", since: "从", until: "到",
  query: "筛选", cut: "视图", stage: "环节", mark: "标记", category: "类别", holder: "承办人", dueFrom: "到期日起", dueTo: "到期日止", digest: "等我办的", q: "查找", renewing: "延续",
  matter: "事项", channel: "渠道", period: "期间", fromMonth: "起始月份", toMonth: "截止月份", dueOn: "期限", promisedOn: "承诺期限",
  source: "依据", provisional: "暂定", daysOff: "放假", makeUpWorkdays: "调休上班", cases: "案件", tasks: "任务", sha256: "文件的散列",
} as const satisfies OptionMap;

/** Values that the rotation of keys seals anew. */
export const sealedKinds = {
  phone: "评价人的手机号码",
  secondFactor: "动态口令的密钥",
  exchange: "评价交换的密钥",
} as const satisfies OptionMap;

/** What a verification of the audit can find wrong. */
export const auditFaults = {
  changed: "内容与封存时不一致",
  deleted: "条目已不在",
  missingSeal: "封存记录缺了一环",
  broken: "与前一环接不上，次序或散列被改过",
  inserted: "有条目没有经过登记",
  lost: "等待封存的条目已不在",
  shortened: "链比抄下的链首短",
  otherChain: "与抄下的链首不是同一条链",
} as const satisfies OptionMap;

export type AuditFaultKind = keyof typeof auditFaults;

/** Forms in which the audit is taken out. */
export const auditFormats = {
  csv: "CSV",
  xlsx: "Excel",
} as const satisfies OptionMap;

export type AuditFormat = keyof typeof auditFormats;
