import type { SignedInSession } from "@/lib/services/accounts/read-session";
import { passwordPath, securityPath } from "./login-path";
import { passwordDueWords } from "./password-due";

/** 登录着、但先要办的一件事：在哪一页办、为什么。 */
export interface Hindrance {
  page: string;
  words: string;
}

export const secondFactorDueWords = "本单位要求内网人员使用动态口令，请先设置。";

/** 密码到期的先改密码，然后才是动态口令。 */
export function hindranceOf({ passwordDue, secondFactorDue, session }: SignedInSession): Hindrance | undefined {
  if (passwordDue) return { page: passwordPath(session.audience), words: passwordDueWords[passwordDue] };
  return secondFactorDue ? { page: securityPath(session.audience), words: secondFactorDueWords } : undefined;
}
