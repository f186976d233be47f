import type { EnterpriseActor } from "@/lib/access/actor";
import { lockApplicationRecord } from "@/lib/data/applications";
import { findFormerLicence, listEngaged } from "@/lib/data/business-facts";
import type { Db } from "@/lib/data/client";
import { copyAttachments, copyPersonFiles, findLastGranted, insertSectionAnswers, linkOrigin, listSectionAnswers } from "@/lib/data/prefill";
import type { Answers } from "@/lib/forms/answers";
import type { Business } from "@/lib/licensing/business";
import { carriedSections, carryingBusinesses, carryOver, isVacant, joinedSince, rowIdsIn, signedAnew } from "@/lib/licensing/carried-over";
import type { EngagementKind } from "@/lib/licensing/people";
import { contextOf } from "./application-context";
import { liveFacts } from "./business-facts";

interface Draft {
  caseId: string;
  enterpriseId: string;
}

/**
 * 新草稿的内容：声明的初值，加上最近一件准予的申请里可以沿用的页签与文件，企业只改变了的。
 * 人员以现在的在册人员为准（其后有过入职、离职的）。新申请从空白开始，曾经持证的另有初值。
 */
export async function prefill(tx: Db, actor: EnterpriseActor, business: Business, draft: Draft): Promise<void> {
  if (business.startsFrom === "none") return beginAnew(tx, actor, business, draft);
  const record = await lockApplicationRecord(tx, draft.caseId);
  if (!record) throw new Error(`case ${draft.caseId} is not there`);
  const context = contextOf(record, await liveFacts(tx, record));
  const initial = business.initial?.(context) ?? {};
  const { answers, sourceId } = await carried(tx, business, draft);
  const sections = { ...answers, ...initial };
  await insertSectionAnswers(tx, draft.caseId, actor.accountId, Object.entries(sections).map(([key, data]) => ({ key, data })));
  await linkOrigin(tx, draft.caseId, {
    scopeText: business.scopeText(sections, context),
    ...(context.licence ? { licenceId: context.licence.licenceId } : {}),
    ...(sourceId ? { prefilledFromId: sourceId } : {}),
  });
}

/** 曾经持证的企业再次申请（决定二）。 */
async function beginAnew(tx: Db, actor: EnterpriseActor, { initial }: Business, { caseId, enterpriseId }: Draft): Promise<void> {
  const formerLicence = initial && (await findFormerLicence(tx, enterpriseId));
  const record = formerLicence && (await lockApplicationRecord(tx, caseId));
  if (!record) return;
  const sections = initial(contextOf(record, { formerLicence }));
  await insertSectionAnswers(tx, caseId, actor.accountId, Object.entries(sections).map(([key, data]) => ({ key, data })));
}

async function carried(tx: Db, business: Business, { caseId, enterpriseId }: Draft): Promise<{ answers: Answers; sourceId?: string }> {
  const keys = carriedSections.filter((key) => business.sections.some((section) => section.key === key));
  const source = keys.length > 0 ? await findLastGranted(tx, enterpriseId, carryingBusinesses) : undefined;
  if (!source) return { answers: {} };
  const people = (await listEngaged(tx, enterpriseId)).map((person) => ({ ...person, kind: person.kind as EngagementKind }));
  const found = await listSectionAnswers(tx, source.caseId, keys);
  const answers = Object.fromEntries(found.map(({ key, data }) => [key, carryOver(key, data, people)]));
  const joined = found.flatMap(({ key, data }) => joinedSince(key, data, people));
  // 换了的负责人：前任的材料不沿用
  const replaced = joined.filter(({ rowId }) => rowId === undefined).map(({ section }) => section);
  const kept = keys.filter((key) => !replaced.includes(key) && !isVacant(key, people));
  await copyAttachments(tx, source.caseId, caseId, kept, Object.values(answers).flatMap(rowIdsIn), signedAnew);
  for (const person of joined) await copyPersonFiles(tx, caseId, person);
  return { answers, sourceId: source.caseId };
}
