import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise } from "@/lib/access/can";
import { notFound, Refusal } from "@/lib/access/refusal";
import { db, transaction } from "@/lib/data/client";
import { deletePilotArea, insertPilotArea, listPilotAreaRows } from "@/lib/data/credit";
import { regionCode, regionName } from "@/lib/enterprise/regions";
import type { PilotAreaRow } from "@/lib/licensing/procedures/credit-views";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { type PilotAreaKind, pilotAreaKinds } from "@/lib/terms/credit";
import { codesOf } from "@/lib/terms/option-map";

/** 自贸区试点范围与承诺制区域；只给系统管理员。 */
export async function listPilotAreas(actor: Actor): Promise<PilotAreaRow[]> {
  authorise(actor, "settings.edit");
  const rows = await listPilotAreaRows(db());
  return rows.map(({ id, kind, regionCode: code }) => ({ id, kind: kind as PilotAreaKind, regionCode: code, regionName: regionName(code) }));
}

export const AddPilotAreaInput = z.object({ kind: z.enum(codesOf(pilotAreaKinds)), region: z.string().max(100) });
export type AddPilotAreaInput = z.infer<typeof AddPilotAreaInput>;

/** 列入一个省、市或区县，下级地区随之列入；上级已列入的不再列下级。 */
export async function addPilotArea(actor: Actor, { kind, region }: AddPilotAreaInput): Promise<{ id: string }> {
  authorise(actor, "settings.edit");
  const code = regionCode(region);
  if (!code) throw new Refusal("invalid", "请选择省、市或区（县）", { fields: { region: "请选择省、市或区（县）" } });
  return transaction(async (tx) => {
    const wider = (await listPilotAreaRows(tx)).find((area) => area.kind === kind && area.regionCode !== code && code.startsWith(area.regionCode));
    const known = wider && inside(kind, code, wider.regionCode);
    if (known) throw new Refusal("conflict", known, { fields: { region: known } });
    const id = await insertPilotArea(tx, { kind, regionCode: code, createdById: actor.kind === "staff" ? actor.accountId : null });
    if (!id) throw new Refusal("conflict", `${regionName(code)}已经列入${pilotAreaKinds[kind]}`, { fields: { region: "这个地区已经列入" } });
    await recordAudit(tx, { actor, action: "pilotArea.add", subject: "PilotArea", subjectId: id, detail: { before: null, after: { kind, regionCode: code } } });
    return { id };
  });
}

const inside = (kind: PilotAreaKind, code: string, wider: string): string =>
  `${regionName(wider)}已经列入${pilotAreaKinds[kind]}，${regionName(code)}在其中，不必再列`;

export const RemovePilotAreaInput = z.object({ id: z.uuid() });

/** 不再列入；在办的申请不受影响。 */
export async function removePilotArea(actor: Actor, { id }: z.infer<typeof RemovePilotAreaInput>): Promise<void> {
  authorise(actor, "settings.edit");
  await transaction(async (tx) => {
    const removed = await deletePilotArea(tx, id);
    if (!removed) throw notFound("这个地区");
    await recordAudit(tx, { actor, action: "pilotArea.remove", subject: "PilotArea", subjectId: id, detail: { before: removed, after: null } });
  });
}
