/** 会话的几个数（decisions 21）：闲置分钟、绝对小时、提前几分钟提醒。 */
export const idleMinutes = { enterprise: 30, staff: 15 } as const;
export const sessionHours = 12;
export const warningMinutes = 5;
