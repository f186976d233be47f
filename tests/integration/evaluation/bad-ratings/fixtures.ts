import { randomUUID } from "node:crypto";
import type { EnterpriseActor, StaffActor } from "@/lib/access/actor";
import { db } from "@/lib/data/client";
import { initialHandlingDays, openingDeadlines } from "@/lib/evaluation/bad-ratings/deadlines";
import type { HandlingWords } from "@/lib/evaluation/bad-ratings/handling";
import type { BadRatingAction } from "@/lib/evaluation/bad-ratings/workflow";
import { builtInCalendar } from "@/lib/workflow/calendar";
import { encryptPhone, hashPhone } from "@/lib/integrations/vault/phone-vault";
import { handleBadRating } from "@/lib/services/evaluation/bad-ratings/handle-bad-rating";
import { today } from "@/lib/services/platform/clock";
import type { StaffRoleCode } from "@/lib/terms/roles";
import { enterprise, office } from "../../applications/fixtures";
import { staff } from "../../review/cases";

let serial = 0;

export interface OpenedRating {
  id: string;
  evaluationId: string;
  caseId: string;
  phone: string;
  applicant: EnterpriseActor;
}

interface Opening {
  channel?: "todo" | "visit" | "matter";
  raterName?: string | null;
  level?: 1 | 2;
  officeCode?: string;
  handledBy?: StaffActor;
}

/** 一条刚收到的差评，待办评价的有案件；handledBy 办过这件业务。 */
export async function badRating({ channel = "todo", raterName = "王丽娟", level = 2, officeCode = "NEEB", handledBy }: Opening = {}): Promise<OpenedRating> {
  serial += 1;
  const applicant = await enterprise(["owner"], officeCode);
  const phone = `1350000${String(serial).padStart(4, "0")}`;
  const [caseId, evaluationId] = [randomUUID(), randomUUID()];
  await db().case.create({
    data: {
      id: caseId, number: `BR-2026-${String(serial).padStart(6, "0")}`, kind: "licensing", officeCode, enterpriseId: applicant.enterpriseId, state: "granted", createdById: applicant.accountId,
      submittedAt: new Date(), finishedAt: new Date(), application: { create: { business: "new-licence", definitionVersion: 1, procedure: "standard" } },
      ...(handledBy ? { events: { create: { action: "accept", fromState: "submitted", toState: "accepted", actorId: handledBy.accountId, actorName: handledBy.name, actorRole: "intake" } } } : {}),
    },
  });
  const { id } = await db().badRating.create({
    data: {
      officeCode, ...openingDeadlines(await today(), initialHandlingDays, builtInCalendar),
      evaluation: {
        create: {
          id: evaluationId, ...(channel === "visit" ? {} : { caseId }), channel, officeCode, matter: channel === "visit" ? "counter" : "new-licence", level, options: ["213"], comment: "窗口不熟悉业务", raterName,
          phoneHash: hashPhone(phone), phoneEncrypted: encryptPhone(phone),
        },
      },
    },
  });
  return { id, evaluationId, caseId, phone, applicant };
}

export interface Crew {
  officer: StaffActor;
  second: StaffActor;
  assignee: StaffActor;
}

/** 两位好差评管理员与一位承办人，同一机构。 */
export async function crew(officeCode = "NEEB", post: StaffRoleCode = "examiner"): Promise<Crew> {
  await office(officeCode);
  return {
    officer: await staff(["evaluationOfficer"], "周评价", officeCode),
    second: await staff(["evaluationOfficer"], "冯评价", officeCode),
    assignee: await staff([post], "钱审查", officeCode),
  };
}

export const rowOf = (id: string) => db().badRating.findUniqueOrThrow({ where: { id }, include: { evaluation: true, events: { orderBy: { at: "asc" } } } });

/** 以现在的修订号办一步。 */
export async function act(actor: StaffActor, id: string, action: BadRatingAction, words: Partial<HandlingWords> & { revision?: number; idempotencyKey?: string } = {}) {
  const { revision = (await rowOf(id)).revision, idempotencyKey = randomUUID(), text = "已查明情况", ...rest } = words;
  return handleBadRating(actor, { badRatingId: id, action, revision, idempotencyKey, text, ...rest });
}

/** 一直办到某一步；误评、恶意的到申诉为止。 */
export async function advance(id: string, { officer, assignee }: Crew, until: "assigned" | "verified" | "rectifying" | "answered" | "appealed", verdict = "reasonable"): Promise<void> {
  await act(officer, id, "assign", { assigneeId: assignee.accountId });
  if (until === "assigned") return;
  await act(assignee, id, "verify", { verdict });
  if (until === "verified") return;
  if (until === "appealed") return void (await act(assignee, id, "appeal"));
  if (verdict === "reasonable") await act(assignee, id, "startRectifying");
  if (until === "rectifying") return;
  await act(assignee, id, "answer", { text: "已更正，给您添了麻烦" });
}
