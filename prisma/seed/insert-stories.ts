import type { Db } from "@/lib/data/client";
import { type Answers, answersOf } from "@/lib/forms/answers";
import type { Prisma } from "@/lib/generated/prisma/client";
import { RATING_WINDOW_DAYS } from "@/lib/evaluation/phone";
import { newLicence } from "@/lib/licensing/businesses/new-licence";
import type { LicensingContext } from "@/lib/licensing/context";
import { licenceItemsOf } from "@/lib/licensing/items";
import { formatLicenceNumber } from "@/lib/licensing/licence/number";
import { licenceScopeWords } from "@/lib/licensing/licence/scope";
import { issuePeriod } from "@/lib/licensing/licence/validity";
import { getOffice } from "@/lib/licensing/offices";
import { peopleOf } from "@/lib/licensing/people";
import { electriciansIn } from "@/lib/forms/projection";
import { getRuleSet } from "@/lib/licensing/rule-sets";
import { completeAnswers } from "./answers";
import type { SeededEnterprise, SeededStaff } from "./enterprises";
import { asAttached, type NeededFile, neededFiles } from "./files";
import { idAt, mobileNumber } from "./identities";
import { documentRows } from "./documents";
import type { KeptFile } from "./keep-attachments";
import type { Story } from "./stories";
import { type CaseRows, momentOf, unfold } from "./unfold";

/** 演示案件都按 2020 年的五级标准，也是系统的默认。 */
const RULE_SET = getRuleSet("NDRC-36-2020");

export interface StoryWorld {
  enterprises: readonly SeededEnterprise[];
  staff: readonly SeededStaff[];
  /** 评价人手机号的散列与密文，由评价的保管库算出。 */
  sealPhone: (phone: string) => { phoneHash: string; phoneEncrypted: string };
  /** 附件内容写入文件库，返回存放的键与校验和。 */
  keepFile: (file: NeededFile) => Promise<KeptFile>;
}

/** 一件案件除流程之外的行。 */
interface Unfolded {
  story: Story;
  enterprise: SeededEnterprise;
  answers: Answers;
  rows: CaseRows;
  attachments: Prisma.AttachmentCreateManyInput[];
}

/** 把全部案件写入，编号序列接着往下走。 */
export async function insertStories(tx: Db, stories: readonly Story[], world: StoryWorld): Promise<void> {
  const series = new Map<string, number>();
  const ordered = stories.toSorted((a, b) => (a.startedOn < b.startedOn ? -1 : 1));
  const unfolded: Unfolded[] = [];
  for (const [ordinal, story] of ordered.entries()) unfolded.push(await tell(story, ordinal, world, series));
  await insertCases(tx, unfolded);
  await insertDocuments(tx, unfolded, series);
  await insertLicences(tx, unfolded);
  await insertPeople(tx, unfolded);
  await insertRatings(tx, unfolded, world);
  await tx.numberSeries.createMany({ data: [...series].map(([key, last]) => ({ key, last })) });
}

async function tell(story: Story, ordinal: number, world: StoryWorld, series: Map<string, number>): Promise<Unfolded> {
  const enterprise = world.enterprises.find((candidate) => candidate.login === story.login);
  if (!enterprise) throw new Error(`no enterprise ${story.login}`);
  const on = story.steps[0]?.on ?? story.startedOn;
  const complete = sectionsOf(story, completeAnswers({ people: enterprise.people, legalRep: enterprise.legalRep, ruleSet: RULE_SET, today: on, ...story }));
  const wasReturned = story.steps.some((step) => step.action === "returnForCorrection");
  const first = wasReturned ? withFaults(complete) : complete;
  const answers = story.steps.filter((step) => step.action === "submit").length > 1 ? complete : first;
  const bare: LicensingContext = { today: on, answers, ruleSet: RULE_SET, procedure: "standard", enterprise: { ...enterprise.particulars, unitName: enterprise.name, uscc: enterprise.uscc }, files: [] };
  const createdAt = momentOf(story.startedOn, ordinal, 0);
  const kept = await Promise.all(
    neededFiles(newLicence, bare).map(async (file) => ({ ...file, id: idAt(createdAt), ...(await world.keepFile(file)) })),
  );
  const files = asAttached(kept);
  const rows = unfold({
    story, enterprise, staff: world.staff, officeName: getOffice(enterprise.officeCode).name, number: caseNumberOn(series, enterprise, story.startedOn),
    contextAt: (round) => ({ ...bare, files, answers: round > 1 ? complete : first }), ordinal, takeLicence: (issuedOn) => licenceOn(series, enterprise, issuedOn),
  });
  const attachments = kept.map(({ id, section, slot, row, name, size, sha256, storageKey, mediaType }) => ({
    id, applicationId: rows.application.caseId, sectionKey: section, slot, rowId: row ?? null, storageKey, name, mediaType, size, sha256, state: "checked",
    uploadedById: enterprise.accountId, createdAt,
  }));
  return { story, enterprise, answers, rows, attachments };
}

function sectionsOf(story: Story, answers: Answers): Answers {
  return story.sections === undefined ? answers : Object.fromEntries(Object.entries(answers).slice(0, story.sections));
}

/** 被退回的那一轮：正是意见所指的几处不对。 */
function withFaults(answers: Answers): Answers {
  return {
    ...answers,
    "technical-lead": { ...answersOf(answers, "technical-lead"), school: "" },
    "safety-lead": { ...answersOf(answers, "safety-lead"), titleCertNo: "LNZC2014-99999" },
  };
}

function take<T>(series: Map<string, number>, key: string, write: (n: number) => T): T {
  const next = (series.get(key) ?? 0) + 1;
  series.set(key, next);
  return write(next);
}

function caseNumberOn(series: Map<string, number>, { officeCode }: SeededEnterprise, on: string): string {
  const year = on.slice(0, 4);
  return take(series, `case:${officeCode}:${year}`, (n) => `${officeCode}-${year}-${String(n).padStart(6, "0")}`);
}

function licenceOn(series: Map<string, number>, { officeCode }: SeededEnterprise, on: string) {
  const { regionDigit, officeDigit } = getOffice(officeCode);
  const number = take(series, `licence:${officeCode}`, (serial) => formatLicenceNumber({ region: regionDigit, office: officeDigit, serial, year: Number(on.slice(0, 4)) }));
  return { number, ...issuePeriod(on, RULE_SET.validityYears.value) };
}

async function insertCases(tx: Db, unfolded: readonly Unfolded[]): Promise<void> {
  const expiry = (at: Date): Date => new Date(at.getTime() + RATING_WINDOW_DAYS * 86_400_000);
  await tx.case.createMany({ data: unfolded.map(({ rows }) => rows.case) });
  await tx.application.createMany({ data: unfolded.map(({ rows }) => rows.application) });
  await tx.sectionAnswer.createMany({
    data: unfolded.flatMap(({ rows, answers, enterprise }) =>
      Object.entries(answers).map(([sectionKey, data]) => ({
        applicationId: rows.application.caseId, sectionKey, data: data as Prisma.InputJsonValue, updatedById: enterprise.accountId, updatedAt: rows.case.createdAt,
      })),
    ),
  });
  await tx.attachment.createMany({ data: unfolded.flatMap(({ attachments }) => attachments) });
  await tx.submission.createMany({ data: unfolded.flatMap(({ rows }) => rows.submissions) });
  await tx.caseEvent.createMany({ data: unfolded.flatMap(({ rows }) => rows.events) });
  await tx.remark.createMany({ data: unfolded.flatMap(({ rows }) => rows.remarks) });
  await tx.message.createMany({ data: unfolded.flatMap(({ rows }) => rows.messages.map((message) => ({ ...message, readAt: isOld(message.createdAt) ? message.createdAt : null }))) });
  await tx.todoItem.createMany({
    data: unfolded.flatMap(({ rows, story }) =>
      rows.todos.map((todo) => ({ ...todo, doneAt: todo.doneAt ?? (story.rating || isOld(todo.createdAt) ? expiry(todo.createdAt as Date) : null) })),
    ),
  });
}

/** 后来又办了下一步的、年头久的都已打开；新近的最后一份还没有。 */
async function insertDocuments(tx: Db, unfolded: readonly Unfolded[], series: Map<string, number>): Promise<void> {
  const documents = unfolded.flatMap(({ rows, enterprise }) =>
    rows.documents.map((document, index) => (index < rows.documents.length - 1 || isOld(document.at) ? { ...document, openedBy: { id: enterprise.accountId, name: enterprise.contact } } : document)),
  );
  await tx.issuedDocument.createMany({ data: documentRows(documents, series) });
}

/** 评价期之外的：待办已截止，消息已看过。 */
function isOld(at: Date | string | undefined): boolean {
  return at instanceof Date && Date.now() - at.getTime() > RATING_WINDOW_DAYS * 86_400_000;
}

async function insertLicences(tx: Db, unfolded: readonly Unfolded[]): Promise<void> {
  for (const { rows, enterprise, answers } of unfolded) {
    const granted = rows.granted;
    if (!granted) continue;
    const items = licenceItemsOf(answers);
    const { on, at, number, validFrom, validTo } = granted;
    const version = {
      version: 1, caseId: rows.application.caseId, reason: "首次发证", ruleSetId: RULE_SET.id, items: items.map((item) => ({ ...item })),
      scopeText: licenceScopeWords(items.map((item) => ({ ...item, ruleSetId: RULE_SET.id }))), holderName: enterprise.name, uscc: enterprise.uscc,
      domicile: enterprise.domicile, legalRep: enterprise.legalRep.name, issuedOn: on, validFrom, validTo, officeName: getOffice(enterprise.officeCode).name, createdAt: at,
    };
    const id = idAt(at);
    await tx.licence.create({
      data: { id, number, enterpriseId: enterprise.id, officeCode: enterprise.officeCode, firstIssuedOn: on, createdAt: at, versions: { create: version } },
    });
    await tx.application.update({ where: { caseId: rows.application.caseId }, data: { licenceId: id } });
  }
}

/** 有证企业的人员在册；在办申请与草稿占用它的电工。 */
async function insertPeople(tx: Db, unfolded: readonly Unfolded[]): Promise<void> {
  const engaged = unfolded.flatMap(({ rows, enterprise, answers }) =>
    rows.granted ? peopleOf(answers).map((person) => ({ ...person, enterpriseId: enterprise.id, caseId: rows.application.caseId, fromOn: rows.granted?.on ?? "" })) : [],
  );
  await tx.person.createMany({ data: engaged.map(({ idNumber, name }) => ({ idNumber, name })), skipDuplicates: true });
  await tx.engagement.createMany({
    data: engaged.map(({ idNumber, enterpriseId, kind, caseId, detail, fromOn }) => ({ idNumber, enterpriseId, kind, caseId, detail: detail as Prisma.InputJsonValue, fromOn })),
  });
  await tx.casePerson.createMany({
    data: unfolded.flatMap(({ rows, answers }) => (rows.submissions.length > 0 ? peopleOf(answers).map(({ idNumber, kind }) => ({ caseId: rows.application.caseId, idNumber, kind })) : [])), skipDuplicates: true,
  });
  const claiming = unfolded.filter(({ rows }) => rows.granted || rows.case.openKey);
  await tx.electricianClaim.createMany({
    data: claiming.flatMap(({ rows, enterprise, answers }) =>
      newLicence.sections
        .flatMap((section) => electriciansIn(section, answers[section.key] ?? {}))
        .map(({ value }) => ({ idNumber: value, enterpriseId: enterprise.id, caseId: rows.granted ? null : rows.application.caseId, claimedAt: rows.case.createdAt, touchedAt: rows.case.createdAt })),
    ),
  });
}

async function insertRatings(tx: Db, unfolded: readonly Unfolded[], { sealPhone }: StoryWorld): Promise<void> {
  await tx.evaluation.createMany({
    data: unfolded.flatMap(({ story, rows, enterprise }, index) => {
      const { rating } = story;
      const at = rows.granted?.at;
      if (!rating || !at) return [];
      return [
        {
          caseId: rows.application.caseId, matter: rows.application.business, channel: "todo", officeCode: enterprise.officeCode, level: rating.level, options: rating.options,
          comment: rating.comment ?? null, raterName: enterprise.legalRep.name, createdAt: new Date(at.getTime() + 86_400_000), ...sealPhone(mobileNumber(enterprise.people + index)),
        },
      ];
    }),
  });
}
