/** 邀请链接几天内有效；一位数。 */
export const INVITATION_DAYS = 7;

/** 「七天」，句子里用。 */
export const invitationPeriod = `${new Intl.NumberFormat("zh-CN-u-nu-hanidec").format(INVITATION_DAYS)}天`;
