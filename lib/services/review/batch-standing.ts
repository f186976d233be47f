import type { StaffActor } from "@/lib/access/actor";
import { authorise } from "@/lib/access/can";
import { forbidden, notFound } from "@/lib/access/refusal";
import { db } from "@/lib/data/client";
import { listCaseStandings } from "@/lib/data/review";
import type { BatchAction } from "@/lib/licensing/batch";
import { licensingWorkflow } from "@/lib/licensing/workflow";

export type BatchCase = Awaited<ReturnType<typeof listCaseStandings>>[number];

/**
 * 所选的案件，依所选的次序：岗位办这个动作，件件都在本机构；有一件不是，整批不办。
 * @throws Refusal forbidden 岗位不办；notFound 没有或别的机构
 */
export async function requireBatch(staff: StaffActor, action: BatchAction, applicationIds: readonly string[]): Promise<BatchCase[]> {
  authorise(staff, "application.review");
  const mayEver = licensingWorkflow.some((row) => row.action === action && row.roles.some((role) => (staff.roles as readonly string[]).includes(role)));
  if (!mayEver) throw forbidden();
  const found = new Map((await listCaseStandings(db(), applicationIds)).map((one) => [one.id, one]));
  return [...new Set(applicationIds)].map((id) => {
    const one = found.get(id);
    if (!one) throw notFound("这件申请");
    authorise(staff, "application.review", { officeCode: one.officeCode }, "这件申请");
    return one;
  });
}
