import type { PasswordDue } from "@/lib/services/accounts/read-session";

/** 为什么要先改密码；页面上与被拒的动作里是同一句话。 */
export const passwordDueWords: Readonly<Record<PasswordDue, string>> = {
  aged: "您的密码已使用 90 天以上，请先修改密码。",
  temporary: "这是管理员给您的一次性密码，请先换成自己的密码。",
};
