import "server-only";
import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise, requireStaff } from "@/lib/access/can";
import { notFound, Refusal } from "@/lib/access/refusal";
import { type Db, db, transaction } from "@/lib/data/client";
import { ensureOffice, insertEnterprise } from "@/lib/data/enterprises";
import { findByCodeOrName, listInstitutionRows, setInstitution } from "@/lib/data/institutions";
import { checkUscc, normaliseIdentifier } from "@/lib/forms/identifiers";
import { searchText } from "@/lib/forms/plain-text";
import { getOffice } from "@/lib/licensing/offices";
import type { InstitutionRow } from "@/lib/licensing/procedures/credit-views";
import { recordAudit } from "@/lib/services/audit/record-audit";

const PAGE = 30;

/** 可以选作上级企业的机构，按名称；只给系统管理员。 */
export async function listInstitutions(actor: Actor, { q, after }: { q?: string; after?: string } = {}): Promise<{ rows: InstitutionRow[]; next?: string }> {
  authorise(actor, "settings.edit");
  const [text, afterId] = [searchText(q), z.uuid().safeParse(after).data];
  const found = await listInstitutionRows(db(), PAGE + 1, { ...(text ? { q: text } : {}), ...(afterId ? { afterId } : {}) });
  const rows = found.slice(0, PAGE).map(({ id, name, uscc, office, _count }) => ({ id, name, uscc, officeName: office.name, subordinates: _count.subordinates }));
  return found.length > PAGE ? { rows, next: rows.at(-1)?.id } : { rows };
}

export const AddInstitutionInput = z.object({
  name: z.string().trim().min(1, { error: "请输入机构名称", abort: true }).min(2, "机构名称至少 2 个字").max(100, "机构名称最多 100 个字"),
  uscc: z.string().max(40),
});
export type AddInstitutionInput = z.infer<typeof AddInstitutionInput>;

/**
 * 列为机构：已登记的企业直接列入，没有登记的先登记名称与代码（以后注册时由它自己认领）。
 * @throws Refusal invalid 代码不对，或名称与代码对不上；conflict 已经是机构
 */
export async function addInstitution(actor: Actor, input: AddInstitutionInput): Promise<{ id: string; created: boolean }> {
  authorise(actor, "settings.edit");
  const { officeCode } = requireStaff(actor);
  const [name, uscc] = [input.name.trim(), normaliseIdentifier(input.uscc)];
  const unfit = checkUscc(uscc)?.message;
  if (unfit) throw new Refusal("invalid", unfit, { fields: { uscc: unfit } });
  return transaction(async (tx) => {
    const known = await findByCodeOrName(tx, { name, uscc });
    const found = known.find((one) => one.uscc === uscc && one.name === name);
    if (!found && known[0]) throw mismatch(known[0], uscc);
    const id = found ? found.id : await register(tx, { name, uscc, officeCode });
    if (found && !(await setInstitution(tx, found.id, true))) throw new Refusal("conflict", `${name}已经是机构`, { fields: { name: "已经是机构" } });
    await recordAudit(tx, { actor, action: "institution.add", subject: "Enterprise", subjectId: id, detail: { before: found ? { name, uscc, isInstitution: false } : null, after: { name, uscc, isInstitution: true } } });
    return { id, created: !found };
  });
}

function mismatch(known: { name: string; uscc: string }, uscc: string): Refusal {
  const [key, reason] = known.uscc === uscc ? ["name", `请核对名称，这个代码登记的是${known.name}`] : ["uscc", `请核对代码，这个名称登记的是 ${known.uscc}`];
  return new Refusal("invalid", reason ?? "", { fields: { [key ?? "name"]: reason ?? "" } });
}

async function register(tx: Db, { name, uscc, officeCode }: { name: string; uscc: string; officeCode: string }): Promise<string> {
  await ensureOffice(tx, getOffice(officeCode));
  const { id } = await insertEnterprise(tx, { name, uscc, officeCode, particulars: {}, formerNames: [], isInstitution: true });
  return id;
}

export const RemoveInstitutionInput = z.object({ id: z.uuid() });

/** 不再是机构：以后选不到，已经选了它的企业不变。 */
export async function removeInstitution(actor: Actor, { id }: z.infer<typeof RemoveInstitutionInput>): Promise<void> {
  authorise(actor, "settings.edit");
  await transaction(async (tx) => {
    const removed = await setInstitution(tx, id, false);
    if (!removed) throw notFound("这个机构");
    await recordAudit(tx, { actor, action: "institution.remove", subject: "Enterprise", subjectId: id, detail: { before: { ...removed, isInstitution: true }, after: { ...removed, isInstitution: false } } });
  });
}
