import * as z from "zod";
import type { Actor, EnterpriseActor } from "@/lib/access/actor";
import { authorise, requireEnterprise } from "@/lib/access/can";
import { notFound, Refusal } from "@/lib/access/refusal";
import { lockSection, readSection, type StoredSection, storeSection } from "@/lib/data/application-writes";
import { type Sql, type SqlClient, sql, sqlTransaction } from "@/lib/data/client";
import { rowsOf, type SectionAnswers } from "@/lib/forms/answers";
import { findSection } from "@/lib/forms/business";
import { hasContent, type Section } from "@/lib/forms/definition";
import { MAX_ROWS } from "@/lib/forms/draft";
import type { Issue } from "@/lib/forms/issue";
import { applyPatch, type Conflict, parsePatch, PatchFault } from "@/lib/forms/patch";
import { SectionPatch } from "@/lib/forms/section-patch";
import { getBusiness } from "@/lib/licensing/businesses";
import type { LicensingContext } from "@/lib/licensing/context";
import { CATEGORY_SECTION } from "@/lib/licensing/items";
import type { SaveOutcome } from "@/lib/licensing/views";
import type { ProcedureCode } from "@/lib/terms/application";
import type { ApplicationStateCode } from "@/lib/terms/states";
import { ruleSetOf } from "./application-context";
import { isOpen, openSectionsOf } from "./application-view";
import { changesRegister, claimNew, freeRemoved } from "./electrician-register";
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

/** 合并好、只待写入的一次保存。 */
interface Merged {
  section: LicensingSection;
  context: LicensingContext;
  stored: StoredSection;
  answers: SectionAnswers;
  conflicts: Conflict[];
  refused: Issue[];
  note: object;
}

/**
 * 保存一个页签的改动：不完整的也存；别人改过的不覆盖；永远不会对的那几处退回并说明，其余照存。
 * 多半只要一读一写：写时核对读到的没有变过。正好有人同时在存，或名册上的电工有变，才锁住案件做一遍。
 * @throws Refusal notFound 没有或别家；conflict 现在不能改（已提交、页签未开放）；invalid 形状不对
 */
export async function saveSection(actor: Actor, input: SaveSectionInput): Promise<SaveOutcome> {
  const enterprise = requireEnterprise(actor);
  const merged = merge(enterprise, await readSection(sql(), input.applicationId, input.section), input);
  const saved = changesRegister(merged.section, merged.stored.data, merged.answers) ? undefined : await write(sql(), enterprise, input, merged);
  return saved ?? sqlTransaction((client) => saveLocked(client, enterprise, input));
}

async function saveLocked(client: SqlClient, actor: EnterpriseActor, input: SaveSectionInput): Promise<SaveOutcome> {
  const merged = merge(actor, await lockSection(client, input.applicationId, input.section), input);
  const { section, stored } = merged;
  const allies = await alliesOf(client, stored, input.applicationId);
  const used = await claimNew(client, { enterpriseId: actor.enterpriseId, caseId: input.applicationId, allies }, section, stored.data, merged.answers);
  const answers = revertRows(merged.answers, stored.data, used);
  await freeRemoved(client, input.applicationId, section, stored.data, answers);
  const saved = await write(client, actor, input, { ...merged, answers, refused: [...merged.refused, ...used] });
  if (!saved) throw new Error("the section changed under its lock");
  return saved;
}

/** 分立、合并选定的另一方：它们登记的电工算作自己的（决定七）；选在说明申请什么的页签上。 */
async function alliesOf(client: SqlClient, { business }: StoredSection, applicationId: string): Promise<readonly string[]> {
  const { partiesOf } = getBusiness(business);
  if (!partiesOf) return [];
  const choice = await readSection(client, applicationId, CATEGORY_SECTION);
  return partiesOf({ [CATEGORY_SECTION]: choice?.data ?? {} });
}

/** 核对能不能改，把改动并入库里的现值；还没有写。 */
function merge(actor: EnterpriseActor, stored: StoredSection | undefined, { section: key, patch: sent }: SaveSectionInput): Merged {
  if (!stored) throw notFound("这份申请");
  authorise(actor, "application.edit", { enterpriseId: stored.enterpriseId }, "这份申请");
  const section = openSection(stored, key);
  const context = lightContext(stored, section);
  const { patch, refused } = withoutImpossible(section, trusted(section, sent), context);
  const { answers, conflicts } = applyPatch(stored.data, patch);
  if (section.tables.some((table) => rowsOf(answers, table.key).length > MAX_ROWS)) throw new Refusal("invalid", `每张表最多 ${MAX_ROWS} 行`);
  const repeated = repeatedRows(section, answers, patch);
  return {
    section, context, stored, conflicts,
    answers: revertRows(answers, stored.data, repeated),
    refused: [...refused, ...repeated],
    note: { section: key, fields: patch.fields.map((change) => change.key), rows: patch.rows.length, conflicts: conflicts.length },
  };
}

function openSection(stored: StoredSection, key: string): LicensingSection {
  const section = findSection(getBusiness(stored.business), key);
  if (!section || !hasContent(section)) throw notFound("这个页签");
  const open = openSectionsOf(stored.state as ApplicationStateCode, stored.returned);
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

/** 保存只需本页签：当场拒绝的都是本页能判断的格式。 */
function lightContext(stored: StoredSection, section: LicensingSection): LicensingContext {
  return {
    today: stored.today,
    answers: { [section.key]: stored.data },
    files: [],
    ruleSet: ruleSetOf(stored),
    procedure: stored.procedure as ProcedureCode,
    enterprise: {},
  };
}

/** 说明申请什么的是门页签，列表上的申请内容随它更新。 */
function scopeOf({ section, stored, answers, context }: Merged): { scopeText?: string } {
  return section.gate ? { scopeText: getBusiness(stored.business).scopeText({ [section.key]: answers }, context) } : {};
}

/** 写入；读过之后有人改了案件或本页签时什么也不写，答 undefined。 */
async function write(at: Sql, actor: EnterpriseActor, { applicationId }: SaveSectionInput, merged: Merged): Promise<SaveOutcome | undefined> {
  const { section, stored, answers, conflicts, refused, note } = merged;
  const who = { caseId: applicationId, sectionKey: section.key, accountId: actor.accountId, actorName: actor.name, ...(actor.address ? { address: actor.address } : {}) };
  const saved = await storeSection(at, { ...who, ...scopeOf(merged), note }, stored, answers);
  return saved && { revision: saved.revision, savedAt: saved.savedAt.toISOString(), conflicts, refused, answers };
}
