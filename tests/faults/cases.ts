import { db, transaction } from "@/lib/data/client";
import { actorOf } from "@/prisma/seed/drive-case";
import { insertStaff } from "@/prisma/seed/enterprises";
import { type BenchApplication, prepareApplication } from "../bench/prepare";

/** Enough electricians for the lowest level; more only make the preparation slower. */
const WORKERS = 15;
const EVERY_FILE = 1_000;

/** An application that wants nothing but its submission, of an enterprise of its own. */
export const readyToSubmit = (): Promise<BenchApplication> => prepareApplication(WORKERS, EVERY_FILE);

export async function manyReady(count: number): Promise<BenchApplication[]> {
  const made: BenchApplication[] = [];
  for (let n = 0; n < count; n += 1) made.push(await readyToSubmit());
  return made;
}

export { actorOf };

let staff: Promise<{ id: string; role: string }[]> | undefined;

/** The staff of the demonstration's office, by post. */
export async function staffAccount(role: string): Promise<{ id: string; name: string; officeCode: string }> {
  staff ??= transaction((tx) => insertStaff(tx, "no-password", new Date())) as Promise<{ id: string; role: string }[]>;
  const id = (await staff).find((one) => one.role === role)?.id ?? "";
  const { displayName, officeCode } = await db().account.findUniqueOrThrow({ where: { id } });
  return { id, name: displayName, officeCode: officeCode ?? "" };
}

/** What a submission must have left behind exactly once. */
export async function tracesOf(applicationId: string): Promise<{ rounds: number; events: number; messages: number; keys: number; number: string; state: string }> {
  const [rounds, events, messages, keys, { number, state }] = await Promise.all([
    db().submission.count({ where: { applicationId } }),
    db().caseEvent.count({ where: { caseId: applicationId, action: "submit" } }),
    db().message.count({ where: { caseId: applicationId } }),
    db().auditEntry.count({ where: { subjectId: applicationId, action: "case.submit" } }),
    db().case.findUniqueOrThrow({ where: { id: applicationId }, select: { number: true, state: true } }),
  ]);
  return { rounds, events, messages, keys, number, state };
}
