const masked = "只显示遮住中间的";
const notCompared = "核实时只对照要紧的几项；通过之后是企业的登记信息，一并植入";
const claimed = ["uscc", "registrationAuthority", "businessScope", "parentOrg", "legalRepId", "legalRepMobile", "mailingAddress", "postalCode", "contact", "contactMobile", "phone", "fax", "email"];

/** Fields that no page shows to anybody as they were written, each with its reason; one that a page shows after all is superfluous here. */
export const neverShown: Readonly<Record<string, string>> = {
  "Enterprise.particulars/uscc": "统一社会信用代码另有一列，读那一列", "Enterprise.formerNames": "只存着，没有一页用",
  "Account.mobile": masked, "Account.mobile (staff)": masked, "Invitation.mobile": masked, "EnterpriseClaim.mobile": masked, "Evaluation.raterName": masked, "OutboxMessage.recipient": masked,
  "Attachment.rejection": "没有通过检查的附件不列出来，原因当场答复", "OutboxMessage.body": "点【查看】才由动作送来，当作数据而不是标记", "OutboxMessage.params": "只供发送", "ImportRun.content": "应用时才读，读的时候逐项核对",
  ...Object.fromEntries(claimed.map((key) => [`EnterpriseClaim.particulars/${key}`, notCompared])),
};
