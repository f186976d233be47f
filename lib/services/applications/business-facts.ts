import * as z from "zod";
import type { ApplicationRecord } from "@/lib/data/applications";
import {
  type EngagedRow, findApplicationLicence, findFrozenFacts, findHeldLicence, type LicenceRow, listEngaged, listParties, type PartyRow, listRestrictions, listRunning,
} from "@/lib/data/business-facts";
import { type Db, db } from "@/lib/data/client";
import { findPendingRenewal } from "@/lib/data/licences";
import { countEngaged, listBoundCases, lockStandings } from "@/lib/data/party-confirmations";
import { asFacts } from "@/lib/enterprise/particulars";
import type { Answers } from "@/lib/forms/answers";
import type { Business } from "@/lib/licensing/business";
import { getBusiness } from "@/lib/licensing/businesses";
import type { BusinessFacts, EnterpriseFacts, LicenceFacts, PartyFacts } from "@/lib/licensing/context";
import { type Obstacle, procedureObstacle, type Standing, submitObstacle } from "@/lib/licensing/preconditions";
import { natureOfLicence } from "@/lib/licensing/licence/nature";
import { type EngagedPerson, type EngagementKind, peopleOf } from "@/lib/licensing/people";
import { editableStates } from "@/lib/licensing/workflow";
import { recordOf } from "@/lib/services/licences/licence-record";
import { findRival } from "@/lib/services/parties/party-rival";
import type { ProcedureCode } from "@/lib/terms/application";
import { type BusinessCode, businesses } from "@/lib/terms/businesses";
import type { ApplicationStateCode } from "@/lib/terms/states";
import { shanghaiDate } from "@/lib/workflow/iso-date";

/** 评判一份申请所需、申请自身之外的事实。 */
export interface LoadedFacts extends BusinessFacts {
  /** 提交时的登记信息；没提交过的用现在的。 */
  enterprise?: EnterpriseFacts;
}

export const licenceFacts = ({ licenceId, number, ruleSetId, items, scopeText, holderName, issuedOn, validFrom, validTo, ...origin }: LicenceRow): LicenceFacts => ({
  licenceId, number, ruleSetId, items, scopeText, holderName, issuedOn, validFrom, validTo, nature: natureOfLicence(origin),
});

const engaged = ({ idNumber, name, kind, detail }: EngagedRow): EngagedPerson => ({ idNumber, name, kind: kind as EngagementKind, detail });

/** 企业此刻的在册人员。 */
export const engagedPeople = async (database: Db, enterpriseId: string): Promise<EngagedPerson[]> => (await listEngaged(database, enterpriseId)).map(engaged);

/** 还能改的按现在的事实，已提交、已办结的按提交时冻结的：办结之后再看，变更前后仍是当时的样子。 */
export async function factsFor(record: ApplicationRecord, database: Db = db()): Promise<LoadedFacts> {
  if (editableStates.includes(record.state as ApplicationStateCode)) return liveFacts(database, record);
  return frozenIn(await findFrozenFacts(database, record.caseId)) ?? liveFacts(database, record);
}

/** 此刻的事实；签发时也用它（决定十四：作用于签发之时的许可证）。 */
export async function liveFacts(database: Db, { caseId, business: code, enterpriseId, sections }: ApplicationRecord): Promise<LoadedFacts> {
  const business = getBusiness(code);
  if (business.startsFrom === "none") return {};
  const answers: Answers = Object.fromEntries(sections.map(({ key, data }) => [key, data]));
  return { ...(await ownFacts(database, business, { caseId, enterpriseId })), ...(await partyFacts(database, business, answers)) };
}

async function ownFacts(database: Db, business: Business, { caseId, enterpriseId }: { caseId: string; enterpriseId: string }): Promise<BusinessFacts> {
  const licence = (await findApplicationLicence(database, caseId)) ?? (await findHeldLicence(database, enterpriseId));
  const people = business.readsPeople ? await engagedPeople(database, enterpriseId) : undefined;
  return { ...(licence ? { licence: licenceFacts(licence) } : {}), ...(people ? { people } : {}) };
}

/** 另一方；查不到的也列出（没有名称、没有许可证），好与还没有读出的分开。 */
async function partyFacts(database: Db, { partiesOf }: Business, answers: Answers): Promise<BusinessFacts> {
  if (!partiesOf) return {};
  const codes = partiesOf(answers);
  const rows = new Map((await listParties(database, codes)).map((row) => [row.uscc, row]));
  const listed = peopleOf(answers).map(({ idNumber }) => idNumber);
  const parties: PartyFacts[] = [];
  for (const uscc of codes) {
    const row = rows.get(uscc);
    parties.push(row ? await partyOf(database, row, listed) : { uscc, unitName: "", legalRep: "" });
  }
  return { parties };
}

async function partyOf(database: Db, { id, uscc, name, particulars }: PartyRow, listed: readonly string[]): Promise<PartyFacts> {
  const licence = await findHeldLicence(database, id);
  return {
    uscc, unitName: name, legalRep: asFacts({ name, uscc, particulars }).legalRep ?? "", people: await countEngaged(database, id, listed),
    ...(licence ? { licence: licenceFacts(licence) } : {}),
  };
}

const Frozen = z.looseObject({ enterprise: z.record(z.string().max(60), z.string().max(5000)) });

/** 冻结的事实由 submitApplication 写入；从前的提交没有这一项。 */
function frozenIn(stored: unknown): LoadedFacts | undefined {
  const parsed = Frozen.safeParse(stored);
  return parsed.success ? (parsed.data as unknown as LoadedFacts) : undefined;
}

/** 企业现在的状况：持证、在办、限制期。 */
export async function standingOf(database: Db, enterpriseId: string, today: string, besides?: string): Promise<Standing> {
  const [held, running, restrictions] = [
    await findHeldLicence(database, enterpriseId), await listRunning(database, [enterpriseId]), await listRestrictions(database, enterpriseId, today),
  ];
  // 已经同意的分立、合并：办结之前，自己的其他申请不能提交
  const bound = (await listBoundCases(database, [enterpriseId])).map((one) => ({ ...one, submitted: true }));
  const renewal = held && (await findPendingRenewal(database, held.licenceId));
  return {
    today,
    restrictions,
    running: [...running, ...bound].filter(({ caseId }) => caseId !== besides).map(({ business, number, submitted }) => ({ business: business as BusinessCode, number, submitted })),
    ...(held ? { licence: recordOf({ state: held.state, underRectification: false }, held, renewal) } : {}),
  };
}

/** 页面上说的、现在不能提交的原因；新申请很少有，打开时不查，提交时再核。 */
export async function submissionObstacle(record: ApplicationRecord): Promise<Obstacle | undefined> {
  return getBusiness(record.business).startsFrom === "none" ? undefined : obstacleTo(db(), record);
}

/** 提交时的核对：同一家、与另一方同时来的几件排队，后来者看得到先提交的；次序固定，不会互锁。 */
export async function submissionObstacleIn(tx: Db, record: ApplicationRecord): Promise<Obstacle | undefined> {
  await lockStandings(tx, [record.enterpriseId, ...(await partyRows(tx, getBusiness(record.business), record)).map(({ id }) => id)]);
  return obstacleTo(tx, record);
}

async function obstacleTo(database: Db, record: ApplicationRecord): Promise<Obstacle | undefined> {
  const business = getBusiness(record.business);
  if (!editableStates.includes(record.state as ApplicationStateCode)) return undefined;
  const standing = await standingOf(database, record.enterpriseId, shanghaiDate(new Date(record.now)), record.caseId);
  const procedure = record.round === 0 ? procedureObstacle(record.procedure as ProcedureCode, standing) : undefined;
  return submitObstacle(business, standing) ?? procedure ?? (await endedLicence(database, business, record)) ?? partyRunning(database, business, record);
}

/** 草稿是照着一件许可证填的：它注销、撤销或换了新证，就不能再作用到新证上。 */
async function endedLicence(database: Db, { startsFrom }: Business, { caseId }: ApplicationRecord): Promise<Obstacle | undefined> {
  if (startsFrom === "none") return undefined;
  const licence = await findApplicationLicence(database, caseId);
  return licence && licence.state !== "valid" ? { reason: `这份申请针对的许可证 ${licence.number} 已经终止；请废弃这份申请，按现在的情况重新开始` } : undefined;
}

/** 另一方自己的申请须先办结（决定八）；办的是什么不告诉申请人。 */
async function partyRunning(database: Db, business: Business, record: ApplicationRecord): Promise<Obstacle | undefined> {
  const { code } = business;
  const { caseId } = record;
  const parties = await partyRows(database, business, record);
  const rival = await findRival(database, parties.map(({ id }) => id), caseId);
  const party = parties.find(({ id }) => id === rival?.enterpriseId);
  return party && { reason: `${party.name}有其他申请正在办理，办结或终止之后才能提交${businesses[code]}` };
}

async function partyRows(database: Db, { partiesOf }: Business, { sections }: ApplicationRecord): Promise<PartyRow[]> {
  return partiesOf ? listParties(database, partiesOf(Object.fromEntries(sections.map(({ key, data }) => [key, data])))) : [];
}
