import { z } from "zod";
import type { Actor, EnterpriseActor } from "@/lib/access/actor";
import { authorise, requireEnterprise } from "@/lib/access/can";
import { notFound, Refusal } from "@/lib/access/refusal";
import { type LockedSection, lockSection, storeSection } from "@/lib/data/application-writes";
import { claimElectricians, freeElectricians } from "@/lib/data/claims";
import { type SqlClient, sqlTransaction } from "@/lib/data/client";
import { rowsOf, type SectionAnswers } from "@/lib/forms/answers";
import { findSection } from "@/lib/forms/business";
import type { Section } from "@/lib/forms/definition";
import { MAX_ROWS } from "@/lib/forms/draft";
import type { Issue } from "@/lib/forms/issue";
import { applyPatch, type Conflict, parsePatch, PatchFault, SectionPatch } from "@/lib/forms/patch";
import { electriciansIn } from "@/lib/forms/projection";
import { getBusiness } from "@/lib/licensing/businesses";
import type { LicensingContext } from "@/lib/licensing/context";
import { getRuleSet } from "@/lib/licensing/rule-sets";
import type { SaveOutcome } from "@/lib/licensing/views";
import { getSetting } from "@/lib/services/settings/settings";
import type { ProcedureCode } from "@/lib/terms/application";
import type { ApplicationStateCode } from "@/lib/terms/states";
import { isOpen, openSectionsOf } from "./application-view";
import { repeatedRows, revertRows, withoutImpossible } from "./refused-rows";

export const SaveSectionInput = z.object({
  applicationId: z.uuid(),
  section: z.string().max(60),
  /** 页面打开时的版次；过时了也逐处比对，不整页拒绝。 */
  revision: z.int().min(0),
  patch: SectionPatch,
});
export type SaveSectionInput = z.infer<typeof SaveSectionInput>;

type LicensingSection = Section<LicensingContext>;

/** 别家用着时只说已被使用，不说是谁（decisions 6）。 */
const USED_ELSEWHERE = "该身份证号码已被使用，同一名电工只能登记一次";

/**
 * 保存一个页签的改动：不完整的也存；别人改过的不覆盖；永远不会对的那几处退回并说明，其余照存。
 * @throws Refusal notFound 没有或别家；conflict 现在不能改（已提交、页签未开放）；invalid 形状不对
 */
export async function saveSection(actor: Actor, input: SaveSectionInput): Promise<SaveOutcome> {
  const enterprise = requireEnterprise(actor);
  const ruleSetInForce = await getSetting("ruleSetId");
  return sqlTransaction(async (client) => {
    const locked = await lockSection(client, input.applicationId, input.section);
    if (!locked) throw notFound("这份申请");
    authorise(actor, "application.edit", { enterpriseId: locked.enterpriseId }, "这份申请");
    const section = openSection(locked, input.section);
    return store(client, enterprise, locked, section, { ...input, patch: trusted(section, input.patch) }, ruleSetInForce);
  });
}

function openSection(locked: LockedSection, key: string): LicensingSection {
  const section = findSection(getBusiness(locked.business), key);
  if (!section || section.layout === "check") throw notFound("这个页签");
  const open = openSectionsOf(locked.state as ApplicationStateCode, locked.returned);
  if (open === "none") throw new Refusal("conflict", "这份申请已提交或已办结，不能再修改");
  if (!isOpen(open, key)) throw new Refusal("conflict", "补正期间只能修改有补正意见的页签");
  return section;
}

function trusted(section: LicensingSection, patch: SectionPatch): SectionPatch {
  try {
    return parsePatch(section, patch);
  } catch (error) {
    if (error instanceof PatchFault) throw new Refusal("invalid", error.message);
    throw error;
  }
}

async function store(
  client: SqlClient,
  actor: EnterpriseActor,
  locked: LockedSection,
  section: LicensingSection,
  { applicationId, patch }: SaveSectionInput,
  ruleSetInForce: string,
): Promise<SaveOutcome> {
  const context = lightContext(locked, section, ruleSetInForce);
  const possible = withoutImpossible(section, patch, context);
  const { answers: merged, conflicts } = applyPatch(locked.data, possible.patch);
  if (section.tables.some((table) => rowsOf(merged, table.key).length > MAX_ROWS)) throw new Refusal("invalid", `每张表最多 ${MAX_ROWS} 行`);
  const repeated = repeatedRows(section, merged, possible.patch);
  const unique = revertRows(merged, locked.data, repeated);
  const used = await claim(client, actor, applicationId, section, locked.data, unique);
  const answers = revertRows(unique, locked.data, used);
  await free(client, applicationId, section, locked.data, answers);
  const stored = await storeSection(
    client,
    { caseId: applicationId, sectionKey: section.key, accountId: actor.accountId, actorName: actor.name, ...scopeOf(locked, section, answers, context), note: noteOf(section, possible.patch, conflicts) },
    answers,
  );
  return { revision: stored.revision, savedAt: stored.savedAt.toISOString(), conflicts, refused: [...possible.refused, ...repeated, ...used], answers };
}

/** 保存只需本页签：当场拒绝的都是本页能判断的格式。 */
function lightContext(locked: LockedSection, section: LicensingSection, ruleSetInForce: string): LicensingContext {
  return {
    today: locked.today,
    answers: { [section.key]: locked.data },
    files: [],
    ruleSet: getRuleSet(locked.ruleSetId ?? ruleSetInForce),
    procedure: locked.procedure as ProcedureCode,
    enterprise: {},
  };
}

/** 说明申请什么的是门页签，列表上的申请内容随它更新。 */
function scopeOf(locked: LockedSection, section: LicensingSection, answers: SectionAnswers, context: LicensingContext): { scopeText?: string } {
  return section.gate ? { scopeText: getBusiness(locked.business).scopeText({ [section.key]: answers }, context) } : {};
}

const noteOf = (section: LicensingSection, patch: SectionPatch, conflicts: readonly Conflict[]) => ({
  section: section.key, fields: patch.fields.map((change) => change.key), rows: patch.rows.length, conflicts: conflicts.length,
});

async function claim(client: SqlClient, actor: EnterpriseActor, caseId: string, section: LicensingSection, before: SectionAnswers, after: SectionAnswers): Promise<Issue[]> {
  const held = new Set(electriciansIn(section, before).map((electrician) => electrician.value));
  const wanted = electriciansIn(section, after).filter((electrician) => !held.has(electrician.value));
  const taken = await claimElectricians(client, { enterpriseId: actor.enterpriseId, caseId }, wanted.map((electrician) => electrician.value));
  return wanted
    .filter((electrician) => !taken.has(electrician.value))
    .map(({ table, rowId, field }) => ({ section: section.key, table, row: rowId, field, message: USED_ELSEWHERE, severity: "blocking", nature: "wrong" }));
}

function free(client: SqlClient, caseId: string, section: LicensingSection, before: SectionAnswers, after: SectionAnswers): Promise<void> {
  const kept = new Set(electriciansIn(section, after).map((electrician) => electrician.value));
  return freeElectricians(client, caseId, electriciansIn(section, before).map((electrician) => electrician.value).filter((value) => !kept.has(value)));
}
