import * as z from "zod";
import type { listAuditOn } from "@/lib/data/audit";
import type { ReviewedCase } from "@/lib/data/review";
import { claimWords, wordOfEvent } from "@/lib/licensing/event-words";
import type { LicensingAction } from "@/lib/licensing/workflow";
import type { HistoryEntry } from "@/lib/licensing/review-views";
import { wordOf } from "@/lib/terms/option-map";
import { staffRoles } from "@/lib/terms/roles";

/** 退回补正时发出的意见，与上一次的答复；由办理时写入。 */
const Remarks = z.array(z.object({ place: z.string().max(500), text: z.string().max(500), answer: z.string().max(1000).optional() })).max(2000).catch([]);

type Claim = Awaited<ReturnType<typeof listAuditOn>>[number];

const detailOf = (claim: Claim): { from?: string | null; to?: string | null; reason?: string | null } => (claim.detail ?? {}) as Record<string, string | null>;

/** 换承办人涉及的人：从谁手里、交给谁；领取的没有。 */
export function takenFrom(claim: Claim): string[] {
  const { from, to } = detailOf(claim);
  return [from, to].filter((id): id is string => typeof id === "string");
}

/** 经过：流程上的每一步与领取、接办，新的在前；审查意见只给内网。 */
export function historyOf(events: ReviewedCase["events"], claims: readonly Claim[], names: ReadonlyMap<string, string>): HistoryEntry[] {
  const submitted = events.filter(({ action }) => action === ("submit" satisfies LicensingAction)).toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const steps = events.map((event) => {
    const round = submitted.indexOf(event) + 1;
    return { ...eventEntry(event), ...(round > 0 ? { round } : {}) };
  });
  return [...steps, ...claims.map((claim) => claimEntry(claim, names))].sort((a, b) => b.at.localeCompare(a.at));
}

/** 系统办的没有岗位可写，名字已经说明。 */
const sideOf = (role: string): HistoryEntry["kind"] => {
  if (role === "enterprise" || role === "system") return role;
  return "office";
};

function eventEntry(event: ReviewedCase["events"][number]): HistoryEntry {
  const detail = (event.detail ?? {}) as Record<string, unknown>;
  // 有公开的话时理由已在其中；没有的（退回审查等）理由只给内网
  const inner = [detail.opinion, event.note === null ? detail.reason : ""].filter((text) => typeof text === "string" && text !== "").join("；");
  const remarks = Remarks.parse(detail.remarks);
  const role = wordOf({ ...staffRoles, enterprise: "企业", system: "" }, event.actorRole);
  return {
    id: event.id, at: event.at.toISOString(), word: wordOfEvent(event.action, event.fromState), who: `${event.actorName} ${role}`.trim(), kind: sideOf(event.actorRole), note: event.note ?? "",
    ...(inner ? { inner } : {}), ...(remarks.length > 0 ? { remarks } : {}),
  };
}

function claimEntry(claim: Claim, names: ReadonlyMap<string, string>): HistoryEntry {
  const { from, to, reason } = detailOf(claim);
  const moved = [...(from ? [`原承办人 ${names.get(from) ?? ""}`] : []), ...(to ? [`交给 ${names.get(to) ?? ""}`] : [])];
  return {
    id: claim.id, at: claim.at.toISOString(), word: wordOf(claimWords, claim.action), who: claim.actorName, kind: "claim", note: "",
    ...(moved.length > 0 || reason ? { inner: [...moved, ...(reason ? [reason] : [])].join("；") } : {}),
  };
}
