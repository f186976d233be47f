import "server-only";
import type { Actor, StaffActor } from "@/lib/access/actor";
import { authorise } from "@/lib/access/can";
import type { Db } from "@/lib/data/client";
import { listOfficesWithoutAdministrator } from "@/lib/data/enterprise-claims";

/** 这位管理员办哪些机构的认领：本机构的，连同没有系统管理员在岗的机构的，不然没有人能核实（决定二十八）。 */
export async function claimOfficesOf(db: Db, { officeCode }: StaffActor): Promise<string[]> {
  return [officeCode, ...(await listOfficesWithoutAdministrator(db)).filter((code) => code !== officeCode)];
}

/** 一件认领申请由谁核实：它所属机构的管理员；那里没有的，任一系统管理员。别人的答「没有找到」。 */
export async function authoriseClaim(db: Db, actor: Actor, officeCode: string | undefined): Promise<void> {
  const unattended = officeCode !== undefined && (await listOfficesWithoutAdministrator(db)).includes(officeCode);
  authorise(actor, "enterprise.claims", officeCode === undefined || unattended ? {} : { officeCode }, "这件认领申请");
}
