import { randomUUID } from "node:crypto";
import { db } from "@/lib/data/client";
import { addWorkingDays } from "@/lib/workflow/calendar";
import { office } from "../applications/fixtures";
import { today } from "../../builders/today";


export interface PlannedCase {
  state?: string;
  dueIn?: number | null;
  holderId?: string;
  business?: string;
  procedure?: string;
  scopeText?: string;
  enterprise?: string;
  officeCode?: string;
  statutoryIn?: number;
  pausedOn?: string;
  finishedAt?: Date;
  submittedAt?: Date;
  licence?: string;
}

let serial = 0;

/** 列表只读几列，案件直接写入。 */
export async function planCase(planned: PlannedCase = {}): Promise<{ id: string; number: string; enterprise: string; uscc: string }> {
  const { state = "submitted", dueIn = 3, officeCode = "NEEB", business = "new-licence", procedure = "standard", scopeText = "承装四级", holderId, statutoryIn, licence } = planned;
  serial += 1;
  const own = String(serial);
  await office(officeCode);
  const [name, uscc] = [planned.enterprise ?? `测试${own}号机电有限公司`, `QUEUE${own.padStart(13, "0")}`];
  const enterprise = await db().enterprise.create({ data: { name, uscc, officeCode, particulars: {} } });
  const licenceId = licence ? (await db().licence.create({ data: { number: licence, enterpriseId: enterprise.id, officeCode, firstIssuedOn: today() } })).id : null;
  const made = await db().case.create({
    data: {
      number: `DB-2026-8${own.padStart(5, "0")}`, kind: "application", officeCode, enterpriseId: enterprise.id, createdById: randomUUID(), state, holderId: holderId ?? null,
      submittedAt: state === "draft" ? null : (planned.submittedAt ?? new Date()), finishedAt: planned.finishedAt ?? null, stageDueOn: dueIn === null ? null : addWorkingDays(today(), dueIn),
      ...(statutoryIn === undefined ? {} : { promisedDueOn: addWorkingDays(today(), dueIn ?? 0), statutoryDueOn: addWorkingDays(today(), statutoryIn) }),
      ...(planned.pausedOn ? { clockPausedOn: planned.pausedOn } : {}),
      application: { create: { business, definitionVersion: 1, procedure, scopeText, licenceId } },
    },
  });
  return { id: made.id, number: made.number, enterprise: name, uscc };
}
