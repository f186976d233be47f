import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/access/actor";
import { Refusal } from "@/lib/access/refusal";
import { reviewActions, type ReviewAction } from "@/lib/licensing/obstacles";
import { extensionTags, type LicensingAction, licensingWorkflow, tagsOf } from "@/lib/licensing/workflow";
import type { ProcedureCode } from "@/lib/terms/application";
import type { ExtensionState } from "@/lib/terms/extension";
import { codesOf } from "@/lib/terms/option-map";
import { type StaffRoleCode, staffRoles } from "@/lib/terms/roles";
import { type ApplicationStateCode, applicationStates, finishedStates } from "@/lib/terms/states";
import { availableActions, findTransition, targetOf } from "@/lib/workflow/transition";
import { freshDatabase } from "../database";

await freshDatabase();
const { staff, submittedCase } = await import("./cases");
const { db } = await import("@/lib/data/client");
const { decide } = await import("@/lib/services/review/decide");
const { getCase } = await import("@/lib/services/review/get-case");
const { draftRemark } = await import("@/lib/services/review/remarks");

const states = codesOf(applicationStates);
const roles = codesOf(staffRoles);
const words = { opinion: "同意", reason: "理由", article: "依据" };

type Holder = "none" | "self" | "other";

/** 一列模型：一件案件的办理方式、延期到哪一步、谁承办、问的人在不在本机构。 */
interface Column {
  procedure: ProcedureCode;
  extension: ExtensionState | null;
  holder: Holder;
  office: "own" | "foreign";
  /** 只问这些动作；不写的全问。 */
  only?: readonly ReviewAction[];
}

const extensionActions = reviewActions.filter((action) => action.endsWith("Extension"));
const plain: Column = { procedure: "standard", extension: null, holder: "none", office: "own" };
const holders: readonly Holder[] = ["none", "self", "other"];
const columns: readonly Column[] = [
  ...holders.map((holder) => ({ ...plain, holder })),
  { ...plain, office: "foreign" },
  { ...plain, procedure: "commitment", only: ["passReview", "passSecondReview", "sendBackToReview", "sendBackToSecondReview"] },
  ...holders.map((holder) => ({ ...plain, holder, extension: "requested" as const, only: extensionActions })),
  ...(["approved", "declined"] as const).map((extension) => ({ ...plain, extension, only: extensionActions })),
];

const tagsFor = ({ procedure, extension }: Column): readonly string[] => [...tagsOf("full", procedure), ...extensionTags(extension)];

/** 本案由别人承办的，旁办之外都不能办；没有必须修改的意见，不能退回。 */
function obstaclesFor({ holder }: Column): Partial<Record<LicensingAction, string>> {
  const held = holder === "other" ? licensingWorkflow.filter((row) => !row.aside).map(({ action }) => [action, "由别人承办"] as const) : [];
  return { returnForCorrection: "没有意见", ...Object.fromEntries(held) };
}

const offersFor = (column: Column, state: ApplicationStateCode, role: StaffRoleCode) =>
  availableActions(licensingWorkflow, { state, history: [], tags: tagsFor(column), obstacles: obstaclesFor(column) }, { accountId: "x", roles: [role] });

const everDoes = (role: StaffRoleCode, action: ReviewAction): boolean => licensingWorkflow.some((row) => row.action === action && (row.roles as readonly string[]).includes(role));

/** 流程表说这一格该怎样：办成到哪个状态，或者怎样拒绝。 */
function predicted(column: Column, state: ApplicationStateCode, role: StaffRoleCode, action: ReviewAction): string {
  if (!everDoes(role, action)) return "forbidden";
  if (column.office === "foreign") return "notFound";
  const row = findTransition(licensingWorkflow, state, action, tagsFor(column));
  if (!row) return "conflict";
  const offer = offersFor(column, state, role).find((one) => one.action === action);
  if (!offer) return "forbidden";
  return offer.blockedBy ? "conflict" : targetOf(row, state);
}

async function answerOf(work: Promise<{ state: string }>): Promise<string> {
  try {
    return (await work).state;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

interface AskedColumn extends Column {
  applicationId: string;
}

/** 一列所问的案件：有一条提示的意见，没有必须修改的。 */
async function asked(column: Column): Promise<AskedColumn> {
  const { applicationId } = await submittedCase();
  await draftRemark(await staff(["intake"]), { applicationId, sectionKey: "technical-lead", field: "name", level: "hint", text: "请核对" });
  await db().application.update({ where: { caseId: applicationId }, data: { procedure: column.procedure } });
  return { ...column, applicationId };
}

/** 一列、一个岗位、一个状态的格子：逐个动作真办，与流程表所说相比；给出不同的格子。 */
async function differencesAt(column: AskedColumn, person: StaffActor, role: StaffRoleCode, state: ApplicationStateCode, reset: () => Promise<number>): Promise<string[]> {
  const cells = (column.only ?? reviewActions).map((action) => ({ action, expected: predicted(column, state, role, action) }));
  // 岗位从不办的不必备好案件
  let revision = cells.some(({ action }) => everDoes(role, action)) ? await reset() : 1;
  const wrong: string[] = [];
  for (const { action, expected } of cells) {
    const answer = await answerTo(column, person, { action, expected, revision });
    if (answer !== expected) wrong.push(`${JSON.stringify(column)} ${state}/${action}/${role}: table ${expected}, server ${answer}`);
    if ((states as readonly string[]).includes(answer)) revision = await reset();
  }
  return wrong;
}

/** 准予会发证，另有专门的测试；这里只看页面给不给。 */
function answerTo({ applicationId }: AskedColumn, person: StaffActor, { action, expected, revision }: { action: ReviewAction; expected: string; revision: number }): Promise<string> {
  if (action === "grant" && expected === "granted") return offered(person, applicationId, action);
  return answerOf(decide(person, { applicationId, action, revision, idempotencyKey: randomUUID(), ...words }));
}

/** 一列的全部格子：状态 × 岗位 × 动作；给出不同的格子与格数。 */
async function differences(column: AskedColumn): Promise<{ cells: number; wrong: string[] }> {
  const { applicationId, extension, office } = column;
  const other = await staff(["examiner"], "别人");
  const wrong: string[] = [];
  for (const role of roles) {
    const person = await staff([role], role, office === "own" ? "NEEB" : "NCEB");
    const holderId = { none: null, self: person.accountId, other: other.accountId }[column.holder];
    const fresh = { holderId, extension, finishedAt: null, statutoryDueOn: "2026-12-18", promisedDueOn: "2026-12-11", stageDueOn: "2026-12-11" };
    const reset = (state: string) => async (): Promise<number> => (await db().case.update({ where: { id: applicationId }, data: { ...fresh, state } })).revision;
    for (const state of states) wrong.push(...(await differencesAt(column, person, role, state, reset(state))));
  }
  return { cells: states.length * roles.length * (column.only ?? reviewActions).length, wrong };
}

async function offered(person: StaffActor, applicationId: string, action: ReviewAction): Promise<string> {
  const offer = (await getCase(person, applicationId)).actions.find((one) => one.action === action);
  return offer && !offer.blockedBy ? "granted" : "conflict";
}

describe("模型：流程表与服务端", () => {
  it("L-6-04 状态 × 动作 × 岗位 × 承办 × 机构 × 办理方式 × 延期：表怎么说，服务端就怎么办，0 处不同", async () => {
    const cases: AskedColumn[] = [];
    for (const column of columns) cases.push(await asked(column));
    await staff(["intake"], "外机构", "NCEB");
    const found = await Promise.all(cases.map(differences));
    expect(found.flatMap(({ wrong }) => wrong)).toEqual([]);
    expect(found.reduce((sum, { cells }) => sum + cells, 0)).toBe(states.length * roles.length * (4 * reviewActions.length + 4 + 5 * extensionActions.length));
  }, 120_000);

  it("L-6-04 页面上的动作就是流程表里此岗位在此状态的动作，能不能按也一样", async () => {
    const { applicationId } = await submittedCase();
    const other = await staff(["examiner"], "别人");
    for (const role of ["intake", "examiner", "secondReviewer", "signer"] as const) {
      const person = await staff([role]);
      for (const state of states) {
        for (const column of [{ ...plain, extension: "requested" }, { ...plain, holder: "other" }] as const satisfies readonly Column[]) {
          const finishedAt = (finishedStates as readonly string[]).includes(state) ? new Date() : null;
          await db().case.update({ where: { id: applicationId }, data: { state, finishedAt, extension: column.extension, holderId: column.holder === "other" ? other.accountId : null } });
          const shown = (await getCase(person, applicationId)).actions.map(({ action, blockedBy }) => [action, blockedBy === undefined]);
          expect([role, state, column, shown]).toEqual([role, state, column, offersFor(column, state, role).map(({ action, blockedBy }) => [action, blockedBy === undefined])]);
        }
      }
    }
  }, 60_000);
});

const RACES = Number(process.env.RACES ?? 50);

describe("两人同时办", () => {
  it(`L-6-04 ${RACES} 次，每次只有一个办成，另一个得知是谁、办了什么`, async () => {
    const { applicationId } = await submittedCase();
    const [first, second] = [await staff(["intake"], "张敏"), await staff(["intake"], "刘洋")];
    const untold: string[] = [];
    for (let race = 0; race < RACES; race += 1) {
      const { revision } = await db().case.update({ where: { id: applicationId }, data: { state: "submitted", holderId: null, finishedAt: null, stageDueOn: "2026-12-01" } });
      const attempts = await Promise.allSettled([
        decide(first, { applicationId, action: "accept", revision, idempotencyKey: randomUUID() }),
        decide(second, { applicationId, action: "rejectIntake", revision, idempotencyKey: randomUUID(), ...words }),
      ]);
      const lost = attempts.flatMap((attempt) => (attempt.status === "rejected" ? [attempt.reason as Refusal] : []));
      const winner = attempts[0]?.status === "fulfilled" ? /^张敏已于.+办理“受理”，本案现为“已受理”/ : /^刘洋已于.+办理“不予受理”，本案现为“不予受理”/;
      if (lost.length !== 1 || lost[0]?.code !== "conflict" || !winner.test(lost[0].message)) untold.push(`${race}: ${lost.map(({ message }) => message).join("、")}`);
    }
    expect(untold).toEqual([]);
    expect(await db().caseEvent.count({ where: { caseId: applicationId, actorId: { in: [first.accountId, second.accountId] } } })).toBe(RACES);
  }, 60_000 + RACES * 200);
});

describe("职责分离由库再守一道（决定十八）", () => {
  it("L-6-04 流程表的 notBy 逐行逐对：表不许的，直接写经过也写不进去；表许的都写得进", async () => {
    const { applicationId } = await submittedCase();
    const actions = [...new Set(licensingWorkflow.map(({ action }) => action))];
    const event = (action: LicensingAction, fromState: string, actorId: string) => ({ caseId: applicationId, action, fromState, toState: fromState, actorId, actorName: "某人", actorRole: "signer" });
    const isStored = (work: Promise<unknown>): Promise<boolean> => work.then(() => true, () => false);
    const office = licensingWorkflow.filter(({ roles: [role] }) => Object.hasOwn(staffRoles, role ?? ""));
    const pairs = office.flatMap((row) => actions.map((earlier) => ({ row, earlier, actorId: randomUUID() })));
    await db().caseEvent.createMany({ data: pairs.map(({ earlier, actorId }) => event(earlier, "submitted", actorId)) });
    const wrong: string[] = [];
    for (const { row, earlier, actorId } of pairs) {
      const stored = await isStored(db().caseEvent.create({ data: event(row.action, row.from[0] ?? "", actorId) }));
      if (stored === (row.notBy?.includes(earlier) ?? false)) wrong.push(`${row.action} from ${row.from[0]} after ${earlier}: stored ${stored}`);
    }
    expect(wrong).toEqual([]);
  }, 60_000);
});
