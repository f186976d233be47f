import { randomUUID } from "node:crypto";
import { db, transaction } from "@/lib/data/client";
import type { Answers } from "@/lib/forms/answers";
import { patchBetween } from "@/lib/forms/patch";
import { newLicence } from "@/lib/licensing/businesses/new-licence";
import { getApplication } from "@/lib/services/applications/get-application";
import { saveSection } from "@/lib/services/applications/save-section";
import { startApplication } from "@/lib/services/applications/start-application";
import { completeAnswers, electrician } from "@/prisma/seed/answers";
import { actorOf } from "@/prisma/seed/drive-case";
import { insertEnterprises, type SeededEnterprise } from "@/prisma/seed/enterprises";
import { neededFiles } from "@/prisma/seed/files";
import { ensureOffices } from "./offices";

/** The roster the benchmarks read and write. */
export const ROSTER = { section: "skilled-workers", table: "skilledWorkers" } as const;

export interface BenchApplication {
  enterprise: SeededEnterprise;
  applicationId: string;
  answers: Answers;
}

/** Where the names, numbers and codes of the benchmarks begin, past those of the demonstration. */
const FIRST = 1000;
const NAME = "性能测试";
/** By it they are counted: names can be changed. */
const LOGIN = "bench_";
/** Every enterprise has two thousand people of its own: the first thousand as in the demonstration, the second its electricians. */
const EACH = 2;

/** The enterprises made here only: those of the work list are thousands and would use the made-up people up. */
const madeBefore = (): Promise<number> => db().account.count({ where: { login: { startsWith: LOGIN } } });

/** One application complete but for its submission, with so many electricians; stored through the real services. */
export async function prepareApplication(workers: number, files = 12): Promise<BenchApplication> {
  const serial = FIRST + EACH * (await madeBefore());
  await ensureOffices();
  const enterprise = await transaction(async (tx) => {
    const demo = { login: `${LOGIN}${serial}`, name: `${NAME}${serial}号电力工程有限公司`, serial, region: "辽宁省/沈阳市/和平区", street: `测试路 ${serial} 号` };
    const [made] = await insertEnterprises(tx, [demo], "no-password", new Date());
    if (!made) throw new Error("no enterprise was made");
    return made;
  });
  const actor = actorOf(enterprise);
  const { applicationId } = await startApplication(actor, { business: newLicence.code });
  const { context } = await getApplication(actor, applicationId);
  const { today, ruleSet } = context;
  const plan = { people: enterprise.people, legalRep: enterprise.legalRep, ruleSet, today, items: { installation: "5" } };
  const rows = Array.from({ length: workers }, (_, index) => electrician(plan.people + 1000 + index, index, 30, today));
  const answers: Answers = { ...completeAnswers(plan), [ROSTER.section]: { [ROSTER.table]: rows } };
  for (const section of newLicence.sections.filter((candidate) => candidate.layout !== "check")) {
    const patch = patchBetween({}, answers[section.key] ?? {}, section.tables.map((table) => table.key));
    await saveSection(actor, { applicationId, section: section.key, revision: 0, patch });
  }
  await addFiles({ enterprise, applicationId, answers }, files);
  return { enterprise, applicationId, answers };
}

/** The rows of the first so many files: neither reading nor the rule check looks into them. */
async function addFiles({ enterprise, applicationId, answers }: BenchApplication, count: number): Promise<void> {
  const { context } = await getApplication(actorOf(enterprise), applicationId);
  await db().attachment.createMany({
    data: neededFiles(newLicence, { ...context, answers, files: [] }).slice(0, count).map((file) => ({
      applicationId, sectionKey: file.section, slot: file.slot, rowId: file.row ?? null, storageKey: randomUUID(), name: file.name,
      mediaType: "application/pdf", size: 1000, sha256: "0".repeat(64), state: "checked", uploadedById: enterprise.accountId,
    })),
  });
}
