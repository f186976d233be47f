import "server-only";
import * as z from "zod";
import type { SignedInActor } from "@/lib/access/actor";
import { isPasswordDue } from "@/lib/access/password-policy";
import { findLiveSession, type LiveSession } from "@/lib/data/sessions";
import { settingIn } from "@/lib/services/settings/settings";
import { enterpriseRoles, staffRoles } from "@/lib/terms/roles";
import { isCodeOf, type OptionMap } from "@/lib/terms/option-map";
import { idleMinutes } from "./session-policy";

const SessionId = z.uuid();

/** 为什么要先改密码才能办事：用得太久，或是管理员给的一次性密码。 */
export type PasswordDue = "aged" | "temporary";

export interface SignedInSession {
  actor: SignedInActor;
  session: LiveSession;
  passwordDue?: PasswordDue;
  /** 系统设置要求动态口令，而这位内网人员还没有设置。 */
  secondFactorDue?: true;
}

const rolesIn = <M extends OptionMap>(map: M, roles: readonly string[]): (keyof M & string)[] => roles.filter((role) => isCodeOf(map, role));

/** 会话号 → 谁在操作；失效、闲置过久、账号停用都为 undefined。touch 为假的请求不延长闲置时间。 */
export async function readSession(sessionId: string, touch = true): Promise<SignedInSession | undefined> {
  if (!SessionId.safeParse(sessionId).success) return undefined;
  const session = await findLiveSession(sessionId, idleMinutes, touch);
  const actor = session && actorOf(session);
  const passwordDue = session && dueOf(session);
  return session && actor && { actor, session, ...(passwordDue ? { passwordDue } : {}), ...(lacksSecondFactor(session) ? { secondFactorDue: true } : {}) };
}

const lacksSecondFactor = ({ audience, hasSecondFactor, secondFactorSetting }: LiveSession): boolean =>
  audience === "staff" && !hasSecondFactor && settingIn("staffSecondFactor", secondFactorSetting);

function dueOf({ passwordTemporary, passwordSetting, passwordAgeDays }: LiveSession): PasswordDue | undefined {
  if (passwordTemporary) return "temporary";
  return isPasswordDue(settingIn("passwordProfile", passwordSetting), passwordAgeDays) ? "aged" : undefined;
}

function actorOf(session: LiveSession): SignedInActor | undefined {
  const common = { accountId: session.accountId, sessionId: session.sessionId, name: session.displayName };
  if (session.audience === "staff") {
    return session.officeCode === null
      ? undefined
      : { kind: "staff", ...common, officeCode: session.officeCode, roles: rolesIn(staffRoles, session.roles) };
  }
  return session.enterpriseId === null
    ? undefined
    : { kind: "enterprise", ...common, enterpriseId: session.enterpriseId, roles: rolesIn(enterpriseRoles, session.roles) };
}
