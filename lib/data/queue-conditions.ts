import type { DigestCut } from "@/lib/licensing/digest-views";
import { asPattern, codeList, type Conditions, dayLiteral } from "./conditions";

/** 查找的结果：编号的开头、整个编号，或这些企业；企业太多时按名称在本机构里逐件看。 */
export interface CaseMatch {
  numberPrefix?: string;
  numbers?: readonly string[];
  enterpriseIds?: readonly string[];
  namePart?: string;
}

/** 一个机构之内的筛选。 */
export interface QueueScope {
  officeCode: string;
  /** 在办的列表才有。 */
  states?: readonly string[];
  business?: string;
  procedure?: string;
  /** 申请内容里须有的字，如「承装四级」。 */
  scopeParts?: readonly string[];
  holderId?: string;
  unclaimed?: boolean;
  dueFrom?: string;
  dueTo?: string;
  /** 已过法定期限（受理前为形审期限）；停着表的不算。 */
  overdueOn?: string;
  /** 到这一天为止到期、或已超承诺而没有过法定期限的；停着表的不算。 */
  dueSoon?: { today: string; until: string };
  /** 今日提醒数的一样。 */
  digest?: DigestScope & { which: DigestCut };
  match?: CaseMatch;
}

/** 今日提醒数哪些案件：等此人办的，本人承办的与未领取的。 */
export interface DigestScope {
  accountId: string;
  states: readonly string[];
  today: string;
  /** 下一个工作日。 */
  next: string;
}

/** 一个视图自己的条件；别的筛选各视图都一样。 */
export type QueueCutScope = Pick<QueueScope, "states" | "holderId" | "unclaimed" | "overdueOn" | "dueSoon"> & { nothing?: boolean };

/** 机构与各格筛选。 */
export function conditionsOf(where: Conditions, scope: QueueScope): string {
  const parts = [`c."officeCode" = ${where.place(scope.officeCode)}`];
  if (scope.business) parts.push(`c."business" = ${where.place(scope.business)}`);
  if (scope.procedure) parts.push(`c."procedure" = ${where.place(scope.procedure)}`);
  for (const part of scope.scopeParts ?? []) parts.push(`c."scopeText" LIKE ${where.place(`%${asPattern(part)}%`)}`);
  if (scope.dueFrom) parts.push(`c."stageDueOn" >= ${where.place(scope.dueFrom)}`);
  if (scope.dueTo) parts.push(`c."stageDueOn" <= ${where.place(scope.dueTo)}`);
  if (scope.digest) parts.push(digestCondition(where, scope.digest.which, scope.digest));
  if (scope.match) parts.push(matching(where, scope.match));
  return [...parts, ...cutConditions(where, scope)].join(" AND ");
}

/** 今日提醒的一样；停着表的不算，逾期以法定期限为准（决定十七）。没有用到的值不占位置，否则数据库不知道它的类型。 */
export function digestCondition(where: Conditions, which: DigestCut, { accountId, states, today, next }: DigestScope): string {
  const whose = `c."state" = ANY(${codeList(states)}) AND (c."holderId" IS NULL OR c."holderId" = ${where.place(accountId)}::uuid) AND c."clockPausedOn" IS NULL`;
  const day = dayLiteral(today);
  switch (which) {
    case "overdue":
      return `${whose} AND c."stageDueOn" < ${day} AND COALESCE(c."statutoryDueOn", '') < ${day}`;
    case "overPromised":
      return `${whose} AND c."stageDueOn" < ${day} AND c."statutoryDueOn" >= ${day}`;
    case "today":
      return `${whose} AND c."stageDueOn" = ${day}`;
    case "next":
      return `${whose} AND c."stageDueOn" > ${day} AND c."stageDueOn" <= ${dayLiteral(next)}`;
  }
}

/** 视图自己的条件。 */
export function cutConditions(where: Conditions, { holderId, unclaimed, overdueOn, dueSoon }: QueueCutScope): string[] {
  const parts: string[] = [];
  if (holderId) parts.push(`c."holderId" = ${where.place(holderId)}::uuid`);
  if (unclaimed) parts.push(`c."holderId" IS NULL`);
  if (overdueOn) {
    const day = dayLiteral(overdueOn);
    parts.push(`c."stageDueOn" < ${day} AND COALESCE(c."statutoryDueOn", '') < ${day} AND c."clockPausedOn" IS NULL`);
  }
  if (dueSoon) {
    const day = dayLiteral(dueSoon.today);
    parts.push(`c."stageDueOn" <= ${dayLiteral(dueSoon.until)} AND c."clockPausedOn" IS NULL AND (c."stageDueOn" >= ${day} OR c."statutoryDueOn" >= ${day})`);
  }
  return parts;
}

function matching(where: Conditions, { numberPrefix, numbers, enterpriseIds, namePart }: CaseMatch): string {
  const ways = [
    ...(numberPrefix ? [`c."number" LIKE ${where.place(`${asPattern(numberPrefix)}%`)}`] : []),
    ...(numbers?.length ? [`c."number" = ANY(${where.place([...numbers])}::text[])`] : []),
    ...(enterpriseIds?.length ? [`c."enterpriseId" = ANY(${where.place([...enterpriseIds])}::uuid[])`] : []),
    // 标量子查询而不是 EXISTS：逐件看、够了就停，不把企业表整个扫一遍
    ...(namePart ? [`(SELECT e."name" FROM "Enterprise" e WHERE e."id" = c."enterpriseId") ILIKE ${where.place(`%${asPattern(namePart)}%`)}`] : []),
  ];
  return ways.length > 0 ? `(${ways.join(" OR ")})` : "false";
}
