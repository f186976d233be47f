import { DayDigest } from "@/components/review/DayDigest";
import type { StaffActor } from "@/lib/access/actor";
import { can } from "@/lib/access/can";
import { getDigest } from "@/lib/services/review/digest";

/** 办案件的人打开工作列表，先看今日提醒；只看不办的没有。 */
export async function Digest({ actor }: { actor: StaffActor }) {
  if (!can(actor, "application.review", { officeCode: actor.officeCode })) return null;
  return <DayDigest lines={await getDigest(actor)} />;
}
