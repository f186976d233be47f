import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise, requireStaff } from "@/lib/access/can";
import { notFound, Refusal } from "@/lib/access/refusal";
import { db, transaction } from "@/lib/data/client";
import { insertMessage } from "@/lib/data/communication";
import { findEnterpriseByCode, insertBar, listRestrictionRecords, lockRestriction, type RestrictionRecord, revokeRestrictionRow } from "@/lib/data/restrictions";
import { checkUscc, normaliseIdentifier } from "@/lib/forms/identifiers";
import { searchText } from "@/lib/forms/plain-text";
import { barMessage, barOf, barRevoked, barUntil, reasonInWords, type RestrictionRow } from "@/lib/licensing/restrictions";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { now, today } from "@/lib/services/platform/clock";
import { barEvents, type BarEvent, type RestrictionKind, restrictionKinds } from "@/lib/terms/credit";
import { codesOf, isCodeOf, wordOf } from "@/lib/terms/option-map";
import { formatChineseDate, isIsoDate } from "@/lib/workflow/iso-date";

const PAGE = 30;

/** 限制期的一页，新登记的在前；只给系统管理员。 */
export async function listRestrictions(actor: Actor, { q, kind, after }: { q?: string; kind?: RestrictionKind; after?: string } = {}): Promise<{ rows: RestrictionRow[]; next?: string }> {
  authorise(actor, "settings.edit");
  const text = searchText(q);
  const from = z.uuid().safeParse(after).data;
  const found = await listRestrictionRecords(db(), PAGE + 1, { ...(text ? { q: text } : {}), ...(kind ? { kind } : {}), ...(from ? { after: from } : {}) });
  const day = await today(db());
  const rows = found.slice(0, PAGE).map((record) => rowOf(record, day));
  const last = rows.at(-1);
  return found.length > PAGE && last ? { rows, next: last.id } : { rows };
}

const mayRevoke = ({ reason, revokedAt, number }: RestrictionRecord): boolean => isCodeOf(barEvents, reason) && number === null && revokedAt === null;

function rowOf(record: RestrictionRecord, day: string): RestrictionRow {
  const { id, uscc, enterprise, kind, fromOn, untilOn, note, number, createdBy, revokedAt, revokedBy, revokeReason } = record;
  return {
    id, uscc, enterprise, fromOn, untilOn,
    kind: kind as RestrictionKind,
    kindWord: wordOf(restrictionKinds, kind),
    reason: reasonInWords(record),
    state: revokedAt ? "revoked" : untilOn < day ? "over" : "active",
    origin: [number ? `申请 ${number}` : "", createdBy ?? (number ? "系统" : "")].filter(Boolean).join("，"),
    note: note ?? "",
    ...(revokedAt ? { revoked: { by: revokedBy ?? "", at: revokedAt.toISOString(), reason: revokeReason ?? "" } } : {}),
    revocable: mayRevoke(record),
  };
}

export const RecordBarInput = z.object({
  uscc: z.string().trim().min(1, "请输入统一社会信用代码").max(40, "请输入18位统一社会信用代码"),
  event: z.enum(codesOf(barEvents), { error: "请选择是哪种情形" }),
  occurredOn: z.string().trim().min(1, "请选择发生日期").max(20, "请选择发生日期"),
  note: z.string().trim().min(5, "请写明依据哪份文书，至少5个字").max(500, "依据请不超过500字"),
});
export type RecordBarInput = z.infer<typeof RecordBarInput>;

/**
 * 登记一种情形：五种的自发生之日起十二个月不能申请许可事项变更，虚假材料、欺骗取得的不能申请许可；企业得到消息，进审计。
 * @throws Refusal invalid 代码、日期不对，没有这家企业，或限制期已经届满；conflict 已登记过
 */
export async function recordBar(actor: Actor, { event, note, ...input }: RecordBarInput): Promise<{ id: string; untilOn: string }> {
  authorise(actor, "settings.edit");
  const staff = requireStaff(actor);
  const uscc = normaliseIdentifier(input.uscc);
  return transaction(async (tx) => {
    const enterprise = await findEnterpriseByCode(tx, uscc);
    const unknown = checkUscc(uscc)?.message ?? (enterprise ? undefined : "没有找到这家企业，请核对统一社会信用代码");
    const wrongDay = dayFault(event, input.occurredOn, await today(tx));
    const fields = { ...(unknown ? { uscc: unknown } : {}), ...(wrongDay ? { occurredOn: wrongDay } : {}) };
    const [first] = Object.values(fields);
    if (!enterprise || first) throw new Refusal("invalid", first ?? "", { fields });
    const { kind } = barOf(event);
    const [fromOn, untilOn] = [input.occurredOn, barUntil(event, input.occurredOn)];
    const id = await insertBar(tx, { enterpriseId: enterprise.id, kind, fromOn, untilOn, reason: event, note, createdById: staff.accountId });
    if (!id) throw new Refusal("conflict", `${enterprise.name}这一天的这种情形已经登记过`);
    await insertMessage(tx, { enterpriseId: enterprise.id, ...barMessage(event, { fromOn, untilOn }), href: "/home" });
    await recordAudit(tx, { actor, action: "restriction.record", subject: "Restriction", subjectId: id, detail: { enterpriseId: enterprise.id, kind, event, fromOn, untilOn, note } });
    return { id, untilOn };
  });
}

function dayFault(event: BarEvent, occurredOn: string, day: string): string | undefined {
  if (!isIsoDate(occurredOn)) return "请写情形发生的日期，如 2026-03-01";
  if (occurredOn > day) return "请写今天或以前的日期";
  const untilOn = barUntil(event, occurredOn);
  return untilOn < day ? `按这一天，限制期到${formatChineseDate(untilOn)}已经届满，不用登记；请核对日期` : undefined;
}

export const RevokeRestrictionInput = z.object({ id: z.uuid(), reason: z.string().trim().min(5, "请写明为什么撤回，至少5个字").max(500, "理由请不超过500字") });
export type RevokeRestrictionInput = z.infer<typeof RevokeRestrictionInput>;

/**
 * 撤回登记有误的一条：自此不再限制，记录与理由留着。由申请而来的限制期不能在这里撤回。
 * @throws Refusal notFound 没有这一条；conflict 已撤回，或由申请而来
 */
export async function revokeRestriction(actor: Actor, { id, reason }: RevokeRestrictionInput): Promise<void> {
  authorise(actor, "settings.edit");
  const staff = requireStaff(actor);
  await transaction(async (tx) => {
    const record = await lockRestriction(tx, id);
    if (!record) throw notFound("这一条限制期");
    if (record.revokedAt) throw new Refusal("conflict", "这一条已经撤回，请刷新后再看");
    if (!mayRevoke(record)) throw new Refusal("conflict", "由申请而来的限制期不能在这里撤回");
    await revokeRestrictionRow(tx, id, { revokedById: staff.accountId, revokeReason: reason, revokedAt: await now(tx) });
    await insertMessage(tx, { enterpriseId: record.enterpriseId, ...barRevoked(record.reason), href: "/home" });
    await recordAudit(tx, { actor, action: "restriction.revoke", subject: "Restriction", subjectId: id, detail: { enterpriseId: record.enterpriseId, event: record.reason, reason } });
  });
}
