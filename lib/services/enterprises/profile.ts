import "server-only";
import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise, can, requireEnterprise } from "@/lib/access/can";
import { notFound, Refusal } from "@/lib/access/refusal";
import { type Db, db, transaction } from "@/lib/data/client";
import { ensureOffice, findEnterprise, findInstitution, findOpenCaseOf, listParticularsChanges, updateParticulars } from "@/lib/data/enterprises";
import { faultsFrom, type FieldFaults } from "@/lib/enterprise/account-faults";
import { changedLines, type ParticularsChangeView } from "@/lib/enterprise/changed-lines";
import { asFacts, asParticulars, judgeParticulars, lockedNotice, readOnlyParticulars } from "@/lib/enterprise/particulars";
import { Particulars } from "@/lib/enterprise/particulars-input";
import { officeForRegion } from "@/lib/licensing/offices";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { today } from "@/lib/services/platform/clock";
import { businesses } from "@/lib/terms/businesses";
import { wordOf } from "@/lib/terms/option-map";

export interface ProfileView {
  facts: Record<string, string>;
  parent: { id: string; name: string } | null;
  revision: number;
  /** 只有企业管理员能改，其他人只读。 */
  editable: boolean;
  officeName: string;
}

export const ProfileInput = z.object({ revision: z.int(), particulars: Particulars, parentId: z.uuid().nullable() });
export type ProfileInput = z.output<typeof ProfileInput>;

type StoredEnterprise = NonNullable<Awaited<ReturnType<typeof findEnterprise>>>;

async function load(database: Db, id: string): Promise<StoredEnterprise> {
  const enterprise = await findEnterprise(database, id);
  if (!enterprise) throw notFound("本企业的登记信息");
  return enterprise;
}

const factsOf = (enterprise: StoredEnterprise): Record<string, string> => asFacts({ ...enterprise, parentName: enterprise.parent?.name ?? null });

/** 企业信息修改页所见。 */
export async function getProfile(actor: Actor): Promise<ProfileView> {
  const me = requireEnterprise(actor);
  authorise(me, "enterprise.read", { enterpriseId: me.enterpriseId }, "本企业");
  const enterprise = await load(db(), me.enterpriseId);
  return {
    facts: factsOf(enterprise),
    parent: enterprise.parent,
    revision: enterprise.revision,
    editable: can(me, "enterprise.edit", { enterpriseId: me.enterpriseId }),
    officeName: enterprise.office.name,
  };
}

/** 历次登记事项变更，新的在前；只列变了的，号码遮盖。 */
export async function listProfileChanges(actor: Actor): Promise<ParticularsChangeView[]> {
  const me = requireEnterprise(actor);
  authorise(me, "enterprise.read", { enterpriseId: me.enterpriseId }, "本企业");
  const rows = await listParticularsChanges(db(), me.enterpriseId);
  return rows.map(({ id, caseId, effectiveOn, before, after }) => ({ id, caseId, effectiveOn, changes: changedLines(before, after) }));
}

/** 保存企业信息；锁定的各项无论怎样提交都不会变，伪造的修改被拒绝。 */
export async function saveProfile(actor: Actor, input: ProfileInput): Promise<{ revision: number }> {
  const me = requireEnterprise(actor);
  authorise(me, "enterprise.edit", { enterpriseId: me.enterpriseId }, "本企业");
  const on = await today(db());
  return transaction(async (tx) => {
    const enterprise = await load(tx, me.enterpriseId);
    const stored = factsOf(enterprise);
    refuseLocked(stored, input.particulars as Particulars);
    const values = merged(stored, input.particulars as Particulars);
    const office = officeForRegion(values.region ?? "");
    const parent = input.parentId ? await findInstitution(tx, input.parentId) : null;
    const keepsParent = input.parentId !== null && input.parentId === enterprise.parentId;
    const faults = faultsOf(values, on, { hasOffice: office !== undefined, hasParent: input.parentId === null || parent !== null || keepsParent, self: input.parentId === enterprise.id });
    if (Object.keys(faults).length > 0 || !office) throw new Refusal("invalid", `有 ${Object.keys(faults).length} 处需要修改`, { fields: faults });
    if (office.code !== enterprise.officeCode) await refuseMove(tx, enterprise.id);
    await ensureOffice(tx, office);
    const change = { particulars: asParticulars({ ...values, parentOrg: "" }), parentId: input.parentId, officeCode: office.code };
    if (!(await updateParticulars(tx, enterprise.id, input.revision, change))) throw stale();
    await recordAudit(tx, { actor, action: "enterprise.edit", subject: "Enterprise", subjectId: enterprise.id, detail: { changes: changesOf(stored, values, { before: enterprise.parent?.name, after: parent?.name }) } });
    return { revision: input.revision + 1 };
  });
}

/** 在办的案件留在原来的派出机构，企业不能先走；编号、期限、承办人都在那里。 */
async function refuseMove(tx: Db, enterpriseId: string): Promise<void> {
  const open = await findOpenCaseOf(tx, enterpriseId);
  if (!open) return;
  const what = `${wordOf(businesses, open.application?.business ?? open.kind)}（${open.number}）`;
  const reason = open.state === "draft" ? `${what}还是草稿，请先废弃它，改好所在省市区再重新开始` : `${what}正在${open.office.name}办理，请等它办结后再改所在省市区`;
  throw new Refusal("conflict", reason, { fields: { region: reason } });
}

const stale = (): Refusal => new Refusal("conflict", "企业信息刚被同事修改过，请复制您的修改后刷新本页再保存");

function refuseLocked(stored: Record<string, string>, given: Particulars): void {
  const forged = readOnlyParticulars.filter((key) => given[key] !== undefined && given[key] !== (stored[key] ?? ""));
  if (forged.length > 0) throw new Refusal("forbidden", lockedNotice, { fields: Object.fromEntries(forged.map((key) => [key, lockedNotice])) });
}

function merged(stored: Record<string, string>, given: Particulars): Record<string, string> {
  const open = Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined && !readOnlyParticulars.includes(entry[0]));
  return { ...stored, ...Object.fromEntries(open) };
}

function faultsOf(values: Record<string, string>, on: string, facts: { hasOffice: boolean; hasParent: boolean; self: boolean }): FieldFaults {
  // 锁定的各项若有旧账（导入的数据），不在这里拦
  const issues = judgeParticulars(values, on).filter((issue) => !readOnlyParticulars.includes(issue.field ?? ""));
  const faults = faultsFrom(issues);
  if (!facts.hasOffice) faults.region ??= "请选择境内的省、市、区（县），以确定办理的派出机构";
  if (!facts.hasParent) faults.parentOrg = "请重新选择上级企业";
  if (facts.self) faults.parentOrg = "请选择本企业以外的上级企业";
  return faults;
}

/** 改了的各项，改前改后都写成文字，号码遮盖；上级企业在登记信息之外。 */
function changesOf(before: Record<string, string>, after: Record<string, string>, parent: { before: string | undefined; after: string | undefined }) {
  const older: Record<string, string> = { ...before, parentOrg: parent.before ?? "" };
  const newer: Record<string, string> = { ...after, parentOrg: parent.after ?? "" };
  const changed = Object.keys(newer).filter((key) => (older[key] ?? "") !== newer[key]);
  const only = (facts: Record<string, string>) => Object.fromEntries(changed.map((key) => [key, facts[key] ?? ""]));
  return changedLines(only(older), only(newer)).map((line) => ({ ...line }));
}
