import "server-only";
import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise } from "@/lib/access/can";
import { notFound, Refusal } from "@/lib/access/refusal";
import { db, transaction } from "@/lib/data/client";
import { ensureOffice } from "@/lib/data/enterprises";
import { findOfficeContact, listOfficeDigits, lockSettings, type OfficeContact, updateOfficeContact } from "@/lib/data/settings";
import type { OfficeRow } from "@/lib/licensing/office-views";
import { areaWords, offices } from "@/lib/licensing/offices";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { requireUnchanged, versionOf } from "@/lib/services/platform/seen-version";
import { getSetting } from "./settings";

/** 十八个派出机构：管辖地区、编号、联系方式；只给系统管理员。 */
export async function listOffices(actor: Actor): Promise<OfficeRow[]> {
  authorise(actor, "settings.edit");
  const [stored, confirmed] = await Promise.all([listOfficeDigits(db()), getSetting("confirmedOffices")]);
  return offices.map((office) => {
    const row = stored.find(({ code }) => code === office.code);
    const { regionDigit, officeDigit } = row ?? office;
    return {
      code: office.code, name: office.name, area: areaWords(office), digits: `${regionDigit}-${officeDigit}`, confirmed: confirmed.includes(office.code),
      address: row?.address ?? "", postalCode: row?.postalCode ?? "", phone: row?.phone ?? "",
      version: versionOf(contentOf(row)),
    };
  });
}

const optional = (pattern: RegExp, message: string) => z.string().trim().max(60, message).refine((value) => value === "" || pattern.test(value), message);

export const OfficeContactInput = z.object({
  code: z.string().max(20),
  version: z.string().max(60),
  address: z.string().trim().max(200, "地址最多 200 个字"),
  postalCode: optional(/^\d{6}$/, "请输入 6 位邮政编码"),
  phone: optional(/^[\d\-、 ]{5,40}$/, "请输入电话号码，多个用顿号隔开"),
});

/**
 * 改一个派出机构的联系方式：印在以后的文书与通知上。
 * @throws Refusal notFound 没有这个派出机构；invalid 没有改动；conflict 别人先改过
 */
export async function changeOfficeContact(actor: Actor, { code, version, ...given }: z.output<typeof OfficeContactInput>): Promise<void> {
  authorise(actor, "settings.edit");
  const office = offices.find((one) => one.code === code);
  if (!office) throw notFound("这个派出机构");
  const after = { address: given.address || null, postalCode: given.postalCode || null, phone: given.phone || null };
  await transaction(async (tx) => {
    await lockSettings(tx);
    await ensureOffice(tx, office);
    const before = contentOf(await findOfficeContact(tx, code));
    requireUnchanged(version, before, `${office.name}的联系方式`);
    if (JSON.stringify(before) === JSON.stringify(after)) throw new Refusal("invalid", "请先改动再保存");
    await updateOfficeContact(tx, code, after);
    await recordAudit(tx, { actor, action: "settings.officeContact", subject: "Office", subjectId: code, detail: { before: named(before), after: named(after) } });
  });
}

/** 没有登记过的都空着。 */
const contentOf = (row: OfficeContact | undefined): OfficeContact => ({ address: row?.address ?? null, postalCode: row?.postalCode ?? null, phone: row?.phone ?? null });

const named = ({ address, ...rest }: OfficeContact) => ({ officeAddress: address, ...rest });
