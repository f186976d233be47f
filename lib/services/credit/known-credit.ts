import type { Actor } from "@/lib/access/actor";
import { requireEnterprise } from "@/lib/access/can";
import { db } from "@/lib/data/client";
import { findCreditAnswer, findCreditSubject } from "@/lib/data/credit";
import { creditGrades } from "@/lib/terms/credit";
import { wordOf } from "@/lib/terms/option-map";

/** 最近一次问到的本企业信用等级；在首页看，不为此再问一次。 */
export interface KnownCredit {
  gradeWord: string;
  askedAt: string;
  /** 问的是哪里：外面的信用接口，或本系统的本地信用登记。 */
  source: string;
}

/** 还没有问过的为 undefined。 */
export async function findKnownCredit(actor: Actor): Promise<KnownCredit | undefined> {
  const { enterpriseId } = requireEnterprise(actor);
  const subject = await findCreditSubject(db(), enterpriseId);
  const answer = subject && (await findCreditAnswer(db(), subject.uscc));
  return answer ? { gradeWord: wordOf(creditGrades, answer.grade), askedAt: answer.askedAt.toISOString(), source: answer.source } : undefined;
}
