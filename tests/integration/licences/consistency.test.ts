import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/workflow/iso-date";
import type { BusinessCode } from "@/lib/terms/businesses";
import { freshDatabase } from "../database";
import { today } from "../../builders/today";

await freshDatabase();
const { newcomer } = await import("../businesses/stage");
const { db } = await import("@/lib/data/client");
const { Refusal } = await import("@/lib/access/refusal");
const { businesses } = await import("@/lib/terms/businesses");
const { CATEGORY_SECTION } = await import("@/lib/licensing/items");
const { isInForce } = await import("@/lib/licensing/licence/state");
const { CHANGES_SECTION, unchangedAnswers } = await import("@/lib/licensing/particulars-changes");
const { DEPARTURE, ENTRY } = await import("@/lib/licensing/personnel/change");
const { REISSUE_SECTION } = await import("@/lib/licensing/rules/loss-statement");
const { CANCELLATION_SECTION } = await import("@/lib/licensing/sections/cancellation");
const { recordOf } = await import("@/lib/services/licences/licence-record");
const { electrician } = await import("@/prisma/seed/answers");
const { antedate } = await import("@/prisma/seed/courses/renewal");
const { firstItems, grantedCase } = await import("@/prisma/seed/courses/course");
const { submitterOf } = await import("@/prisma/seed/courses/submitter");
const { discardCase, newLicenceOf, terminateCase } = await import("@/prisma/seed/drive-case");
const { mobileNumber } = await import("@/prisma/seed/identities");

type Filling = Parameters<typeof grantedCase>[1];
type Seeded = Parameters<typeof grantedCase>[0];

/** 每次新发的证都改成九十天后届满，延续办得成一次。 */
const SOON = addDays(today(), 90);
const submitter = (own: Seeded) => ({ ...submitterOf(own.legalRep), submitterMobile: mobileNumber(own.people) });
const lead = (items: Record<string, string>) => ({ "technical-lead": { categories: Object.keys(items) }, "safety-lead": { categories: Object.keys(items) } });
const items3 = { ...firstItems, repair: "5" };

let turn = 0;

/** 随便走的一步：办哪个业务、怎么填。 */
const steps: Record<string, (own: Seeded) => Filling> = {
  first: (own) => newLicenceOf(own, firstItems),
  rename: (own) => ({
    business: "registration-change",
    answers: ({ enterprise }) => ({ "change-applicant": submitterOf(own.legalRep), [CHANGES_SECTION]: { ...unchangedAnswers(enterprise), regChangedOn: today(), afterDomicile: `沈阳市浑南区 ${(turn += 1)} 号` } }),
  }),
  widen: (own) => ({ business: "scope-change", answers: () => ({ [CATEGORY_SECTION]: { nature: "change", items: items3, ...submitter(own) }, ...lead(items3) }) }),
  narrow: (own) => ({ business: "scope-change", answers: () => ({ [CATEGORY_SECTION]: { nature: "change", items: { installation: "5" }, ...submitter(own) } }) }),
  renew: (own) => ({ business: "renewal", answers: () => ({ [CATEGORY_SECTION]: { downgrade: "no", ...submitter(own) } }) }),
  reissue: (own) => ({
    business: "reissue",
    answers: () => ({
      [REISSUE_SECTION]: { kind: "lost", part: ["original"], reason: "搬迁时遗失，多方查找未果", lostOn: addDays(today(), -30), statementMedia: "辽宁日报", statementOn: addDays(today(), -15), ...submitterOf(own.legalRep) },
    }),
  }),
  cancel: (own) => ({ business: "cancellation", answers: () => ({ [CANCELLATION_SECTION]: { ground: "voluntary", detail: "不再从事电力设施安装、试验，在建工程已全部完工。", paperLicence: "none", ...submitterOf(own.legalRep) } }) }),
  leave: () => ({
    business: "personnel-change",
    answers: ({ people = [] }) => ({ [DEPARTURE]: { person: people.find(({ kind }) => kind === "skilledWorker")?.idNumber ?? "", leaveOn: addDays(today(), -3), leaveReason: "resigned" } }),
  }),
  enter: (own) => ({
    business: "personnel-change",
    answers: () => {
      const { rowId: _rowId, idNo, ...detail } = electrician(own.people + 140, 0, 1, today());
      return { [ENTRY]: { ...detail, role: "skilledWorker", workerIdNo: idNo ?? "", joinedOn: addDays(today(), -10) } };
    },
  }),
};

/** 一路办到准予；办不成（不符合前提、人已在别家……）的收拾干净，不算错。 */
async function attempt(own: Seeded, filling: Filling): Promise<boolean> {
  try {
    await grantedCase(own, filling);
    if (filling.business === "new-licence") await antedateNewest(own);
    return true;
  } catch (error) {
    const refusedRow = error instanceof Error && /^[a-z-]+: \[/.test(error.message);
    if (!(error instanceof Refusal) && !refusedRow) throw error;
    await clear(own, filling.business);
    return false;
  }
}

async function antedateNewest(own: Seeded): Promise<void> {
  const others = await db().licenceVersion.findMany({ where: { licence: { enterpriseId: own.id, state: { not: "valid" } } } });
  await antedate(own, SOON);
  for (const { id, issuedOn, validFrom, validTo } of others) await db().licenceVersion.update({ where: { id }, data: { issuedOn, validFrom, validTo } });
}

async function clear(own: Seeded, business: BusinessCode): Promise<void> {
  const open = await db().case.findFirst({ where: { enterpriseId: own.id, openKey: { not: null }, application: { is: { business } } } });
  if (!open) return;
  await (open.state === "draft" ? discardCase(own, open.id) : terminateCase(own, open.id));
}

/** 许可证始终成立的几条。 */
async function requireConsistent(known: Map<string, string>): Promise<void> {
  const licences = await db().licence.findMany({ include: { versions: { orderBy: { version: "asc" } } } });
  for (const { id, number, versions } of licences) {
    // 编号一生不变
    expect(number).toBe(known.get(id) ?? number);
    known.set(id, number);
    expect(versions.map(({ version }) => version)).toEqual(versions.map((_, index) => index + 1));
    versions.slice(1).forEach((version, index) => {
      const moved = version.validTo !== versions[index]?.validTo;
      expect([version.reason, moved]).toEqual([version.reason, version.reason.startsWith(businesses.renewal)]);
    });
  }
  expect(new Set(licences.map(({ number }) => number)).size).toBe(licences.length);
  const inForce = licences.filter((licence) => isInForce(recordOf(licence, licence.versions.at(-1) ?? { validFrom: "", validTo: "" }), today()));
  expect(new Set(inForce.map(({ enterpriseId }) => enterpriseId)).size).toBe(inForce.length);
  // 一人同时只在一家；没有有效许可证的企业没有在册人员
  const engaged = await db().engagement.findMany({ where: { toOn: null } });
  const homes = new Map<string, string>();
  for (const { idNumber, enterpriseId } of engaged) expect(homes.set(idNumber, homes.get(idNumber) ?? enterpriseId).get(idNumber)).toBe(enterpriseId);
  expect(engaged.filter(({ enterpriseId }) => !inForce.some((licence) => licence.enterpriseId === enterpriseId))).toEqual([]);
  // 在册电工都由本企业占用
  const claims = new Map((await db().electricianClaim.findMany()).map(({ idNumber, enterpriseId }) => [idNumber, enterpriseId]));
  for (const { idNumber, enterpriseId } of engaged.filter(({ kind }) => kind === "skilledWorker")) expect(claims.get(idNumber)).toBe(enterpriseId);
}

describe("任意顺序的业务", () => {
  it("L-6-05 L-4.3.0-03 L-4.4.0-02 编号一生不变，有效期只随延续移动，一家至多一件有效，一人只在一家", async () => {
    const known = new Map<string, string>();
    let granted = 0;
    const names = Object.keys(steps);
    const step = fc.record({ who: fc.nat(1), what: fc.constantFrom(...names) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 6 }), async (sequence) => {
        const [one, two] = [(await newcomer()).enterprise, (await newcomer()).enterprise];
        // 两家的人员是同一批：谁先登记归谁
        const pair = [one, { ...two, people: one.people }] as const;
        for (const { who, what } of [{ who: 0, what: "first" }, ...sequence]) {
          const own = pair[who] ?? one;
          const filling = steps[what]?.(own);
          if (filling && (await attempt(own, filling))) granted += 1;
          await requireConsistent(known);
        }
      }),
      { numRuns: 6, endOnFailure: true },
    );
    expect(granted).toBeGreaterThanOrEqual(6);
  }, 400_000);

  it("L-6-05 固定的一条路：注销之后重新申请得到新编号，旧编号不再用；释放的人员另一家可以用", async () => {
    const known = new Map<string, string>();
    const [one, two] = [(await newcomer()).enterprise, (await newcomer()).enterprise];
    const other = { ...two, people: one.people };
    const run = async (own: Seeded, what: string): Promise<boolean> => {
      const filling = steps[what]?.(own);
      const done = filling !== undefined && (await attempt(own, filling));
      await requireConsistent(known);
      return done;
    };
    expect(await run(one, "first")).toBe(true);
    expect(await run(other, "first")).toBe(false);
    for (const what of ["widen", "rename", "renew", "reissue", "enter", "leave", "cancel"]) expect([what, await run(one, what)]).toEqual([what, true]);
    expect(await run(one, "renew")).toBe(false);
    expect(await run(other, "first")).toBe(true);
    expect(await run(one, "first")).toBe(false);
    expect(await run(other, "cancel")).toBe(true);
    expect(await run(one, "first")).toBe(true);
    const numbers = (await db().licence.findMany({ where: { enterpriseId: one.id } })).map(({ number, state }) => [number, state]);
    expect(new Set(numbers.map(([number]) => number)).size).toBe(2);
    expect(numbers.map(([, state]) => state).sort()).toEqual(["cancelled", "valid"]);
  }, 200_000);
});
