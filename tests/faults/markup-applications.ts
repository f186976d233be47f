import { randomUUID } from "node:crypto";
import type { EnterpriseActor } from "@/lib/access/actor";
import { db } from "@/lib/data/client";
import type { Answers, Json, Row, SectionAnswers } from "@/lib/forms/answers";
import { registrationFields } from "@/lib/enterprise/particulars";
import { findingsOf } from "@/lib/forms/business";
import { type Field, type FieldGroup, fieldsOf, hasContent, holds, optionsOf } from "@/lib/forms/definition";
import { summaryOf } from "@/lib/forms/summary";
import type { Business } from "@/lib/licensing/business";
import { licensingBusinesses } from "@/lib/licensing/businesses";
import type { LicensingContext } from "@/lib/licensing/context";
import { getApplication } from "@/lib/services/applications/get-application";
import type { Planted } from "./markup-payload";

const textKinds = new Set(["text", "longText", "mobile", "phone", "fixedLine", "email", "postalCode", "residentId", "identityNumber", "uscc", "region"]);

/** A field people type into, in whatever kind of text. */
export const isText = ({ kind, derive }: Field<never>): boolean => textKinds.has(kind) && derive === undefined;

/** Every text field of the registration, from its declaration. */
export const plantParticulars = (planted: Planted, where: string): Record<string, string> =>
  Object.fromEntries(fieldsOf(registrationFields).filter((field) => isText(field)).map(({ key }) => [key, planted.text(`${where}/${key}`)]));

/** One application with a payload in every text field that this choice of the others shows. */
export interface PlantedApplication {
  business: Business;
  id: string;
  submitted: boolean;
  sections: string[];
  sheets: { section: string; table: string }[];
}

interface Place {
  actor: EnterpriseActor;
  officeCode: string;
  licenceId: string;
  otherUscc: string;
}

/** Choices change with the turn, so that fields which depend on one of them come to light in some turn. */
const TURNS = 8;
let serial = 0;

type Answered = SectionAnswers | Row;

function choiceOf(field: Field<LicensingContext>, own: Answered, context: LicensingContext, turn: number, place: Place): Json | undefined {
  const codes = Object.keys(optionsOf(field, { own, section: own, context }) ?? {});
  const one = codes[turn % Math.max(1, codes.length)];
  const plain: Partial<{ [K in Field<never>["kind"]]: Json | undefined }> = {
    checkbox: turn % 2 === 0, integer: "5", decimal: "5", date: "2026-05-01", month: "2026-05", levelMatrix: { installation: "5" }, enterprise: place.otherUscc,
    select: one, radio: one, person: one, multiSelect: one === undefined ? [] : turn % 2 === 0 ? codes : [one],
  };
  return plain[field.kind];
}

interface Filling {
  path: string;
  planted: Planted;
  place: Place;
  turn: number;
  context: LicensingContext;
  /** Text fields that this turn shows. */
  shown: Set<string>;
}

/** A row or a section; choices first, what they show afterwards. */
function fill(groups: readonly FieldGroup<LicensingContext>[], { path, planted, place, turn, context, shown }: Filling, sound: Answered = {}): Answered {
  const fields = fieldsOf(groups);
  const own: { [key: string]: Json } = { ...sound } as { [key: string]: Json };
  for (const field of fields.filter((candidate) => !candidate.derive && !isText(candidate))) {
    const value = own[field.key] !== undefined && turn === 0 ? own[field.key] : choiceOf(field, own as Answered, context, turn, place);
    if (value !== undefined) own[field.key] = value;
  }
  for (const field of fields.filter(isText)) {
    own[field.key] = planted.text(`${path}${field.key}`);
    if (holds(field.visible, { own: own as Answered, section: own as SectionAnswers, context }, true)) shown.add(`${path}${field.key}`);
  }
  return own as Answered;
}

function answersOf(business: Business, filling: Omit<Filling, "path">, sound: Answers): Answers {
  return Object.fromEntries(business.sections.filter(hasContent).map((section) => {
    const path = `${business.code}/${section.key}/`;
    const answers = fill(section.groups, { ...filling, path }, sound[section.key]);
    const rows = section.tables.map((table) => [table.key, [{ ...fill(table.groups, { ...filling, path: `${path}${table.key}.` }), rowId: randomUUID() }]]);
    return [section.key, { ...answers, ...Object.fromEntries(rows) }];
  }));
}

async function newCase(business: Business, { actor, officeCode, licenceId }: Place, submitted: boolean): Promise<string> {
  serial += 1;
  const now = new Date();
  const { id } = await db().case.create({
    data: {
      number: `T11-${Date.now()}-${serial}`, kind: "licensing", officeCode, enterpriseId: actor.enterpriseId, state: submitted ? "submitted" : "draft", createdById: actor.accountId,
      ...(submitted ? { round: 1, submittedAt: now, stageDueOn: now.toISOString().slice(0, 10) } : {}),
      application: { create: { business: business.code, definitionVersion: business.version, procedure: "standard", ...(business.startsFrom === "none" ? {} : { licenceId }) } },
    },
  });
  return id;
}

/** Stored as the services store it, without asking whether it is acceptable: what must never run may be older than a rule. */
async function store(business: Business, actor: EnterpriseActor, applicationId: string, answers: Answers, planted: Planted): Promise<void> {
  await db().sectionAnswer.createMany({ data: Object.entries(answers).map(([sectionKey, data]) => ({ applicationId, sectionKey, data: data as object, updatedById: actor.accountId })) });
  const slots = business.sections.flatMap((section) => section.slots.slice(0, 1).map((slot) => ({ sectionKey: section.key, slot: slot.key })));
  await db().attachment.createMany({
    data: slots.map((slot) => ({ ...slot, applicationId, storageKey: randomUUID(), name: `${planted.text("Attachment.name")}.pdf`, mediaType: "application/pdf", size: 1000, sha256: "0".repeat(64), state: "checked", rejection: planted.text("Attachment.rejection"), uploadedById: actor.accountId })),
  });
}

async function submit(business: Business, actor: EnterpriseActor, applicationId: string, planted: Planted): Promise<void> {
  const { context } = await getApplication(actor, applicationId);
  const changes = [{ label: "单位名称", before: planted.text("Submission.snapshot"), after: planted.text("Submission.snapshot") }];
  const snapshot = { answers: context.answers, files: context.files, facts: { enterprise: context.enterprise }, changes };
  const checks = [...findingsOf(business, context), { section: business.sections[0]?.key ?? "", label: planted.text("Submission.checks"), message: planted.text("Submission.checks"), met: false }];
  await db().submission.create({ data: { applicationId, round: 1, snapshot: snapshot as object, summary: summaryOf(business, context) as object, checks: checks as object, definitionVersion: business.version, ruleSetId: context.ruleSet.id, submittedById: actor.accountId } });
}

/** Every text field of every section of every business, from the declarations: a draft and a submission, more where choices hide fields. */
export async function plantApplications(planted: Planted, place: Place, sound: Answers): Promise<{ applications: PlantedApplication[]; hidden: string[] }> {
  const applications: PlantedApplication[] = [];
  const hidden: string[] = [];
  for (const business of Object.values(licensingBusinesses)) {
    const shown = new Set<string>();
    const declared = new Set<string>();
    for (let turn = 0; turn < TURNS; turn += 1) {
      const before = shown.size;
      const probe = await newCase(business, place, false);
      const { context } = await getApplication(place.actor, probe);
      const answers = answersOf(business, { planted, place, turn, context, shown }, sound);
      for (const name of planted.names.filter((one) => one.startsWith(`${business.code}/`))) declared.add(name);
      if (turn > 0 && shown.size === before) {
        await db().application.delete({ where: { caseId: probe } });
        await db().case.delete({ where: { id: probe } });
      } else {
        applications.push(...(await plantPair(business, place, probe, answers, planted)));
      }
      if ([...declared].every((name) => shown.has(name))) break;
    }
    hidden.push(...[...declared].filter((name) => !shown.has(name)));
  }
  return { applications, hidden };
}

async function plantPair(business: Business, place: Place, draft: string, answers: Answers, planted: Planted): Promise<PlantedApplication[]> {
  const made = await newCase(business, place, true);
  for (const id of [draft, made]) await store(business, place.actor, id, answers, planted);
  await submit(business, place.actor, made, planted);
  const facts = { business, sections: business.sections.map(({ key }) => key), sheets: business.sections.flatMap(({ key, tables }) => tables.filter(({ spreadsheet }) => spreadsheet).map((table) => ({ section: key, table: table.key }))) };
  return [{ ...facts, id: draft, submitted: false }, { ...facts, id: made, submitted: true }];
}
