import { describe, expect, it } from "vitest";
import { editableStates, extensionTags, type LicensingAction, licensingWorkflow, responsibleRole, tagsOf } from "@/lib/licensing/workflow";
import { codesOf } from "@/lib/terms/option-map";
import { enterpriseRoles, staffRoles } from "@/lib/terms/roles";
import { applicationStates, type ApplicationStateCode, finishedStates } from "@/lib/terms/states";
import { availableActions, findTransition, targetOf } from "@/lib/workflow/transition";

const states = codesOf(applicationStates);
const roles = [...codesOf(staffRoles), ...codesOf(enterpriseRoles)];
const actions = [...new Set(licensingWorkflow.map((row) => row.action))];

/** 三种走法的标记。 */
const paths = { full: tagsOf("full", "standard"), short: tagsOf("short", "standard"), commitment: tagsOf("full", "commitment"), conditional: tagsOf("full", "conditionalAcceptance") };
const full = paths.full;

type Grid = Partial<Record<ApplicationStateCode, Partial<Record<string, LicensingAction[]>>>>;
const leaving: Partial<Record<string, LicensingAction[]>> = { owner: ["terminate"], submitter: ["terminate"] };

/** 每个状态下每个角色看得到的动作，一格一格写明；没写到的格都是空的。 */
const grid: Grid = {
  draft: { owner: ["submit", "discard"], submitter: ["submit", "discard"], filler: ["discard"] },
  correction: { owner: ["submit", "discard", "terminate"], submitter: ["submit", "discard", "terminate"], filler: ["discard"] },
  submitted: { ...leaving, intake: ["accept", "returnForCorrection", "rejectIntake"] },
  accepted: { ...leaving, examiner: ["startReview"] },
  underReview: { ...leaving, examiner: ["passReview"] },
  secondReview: { ...leaving, secondReviewer: ["passSecondReview", "sendBackToReview"] },
  awaitingSignature: { ...leaving, signer: ["sendBackToSecondReview", "grant", "refuse"] },
};
const short: Grid = { ...grid, awaitingSignature: { ...leaving, signer: ["sendBackToReview", "grant", "refuse"] } };
const expected: Record<keyof typeof paths, Grid> = {
  full: grid, short, commitment: short,
  conditional: { ...grid, submitted: { ...leaving, intake: ["accept", "acceptConditionally", "returnForCorrection", "rejectIntake"] } },
};

describe("许可案件的流程", () => {
  it("L-4.0-04 L-6-04 每种走法、每个状态 × 每个角色都有答案，与表所写一致", () => {
    for (const [path, tags] of Object.entries(paths) as [keyof typeof paths, readonly string[]][]) {
      for (const state of states) {
        for (const role of roles) {
          const found = availableActions(licensingWorkflow, { state, history: [], tags }, { accountId: "x", roles: [role] });
          expect([path, state, role, found.map((action) => action.action).toSorted()]).toEqual([path, state, role, (expected[path][state]?.[role] ?? []).toSorted()]);
        }
      }
    }
  });

  it("每种走法、每个状态 × 每个动作至多一条线，两端都是声明过的状态", () => {
    for (const tags of Object.values(paths)) {
      for (const state of states) {
        for (const action of actions) {
          const rows = licensingWorkflow.filter((row) => row.action === action && row.from.includes(state) && (row.only?.some((tag) => tags.includes(tag)) ?? true));
          expect(rows.length).toBeLessThanOrEqual(1);
          expect(findTransition(licensingWorkflow, state, action, tags)).toBe(rows[0]);
        }
      }
    }
    expect(licensingWorkflow.every((row) => (row.to === "same" || states.includes(row.to)) && row.from.every((from) => states.includes(from)))).toBe(true);
  });

  it("L-4.2.2-06 L-6-05 登记事项变更等与承诺制不经复审：审查之后直接待签发（决定十三）", () => {
    for (const [path, to] of [["full", "secondReview"], ["short", "awaitingSignature"], ["commitment", "awaitingSignature"]] as const) {
      expect(findTransition(licensingWorkflow, "underReview", "passReview", paths[path])?.to).toBe(to);
    }
  });

  it("L-4.10-03 终止自提交起到签发止，只由企业的管理员与提交人；草稿不用终止（决定十五）", () => {
    const terminable = states.filter((state) => findTransition(licensingWorkflow, state, "terminate"));
    expect(terminable).toEqual(["submitted", "correction", "accepted", "underReview", "secondReview", "awaitingSignature"]);
    expect(findTransition(licensingWorkflow, "submitted", "terminate")).toMatchObject({ to: "terminated", roles: ["owner", "submitter"], clock: "stop" });
  });

  it("从草稿出发每个状态都到得了；办结与废弃之后无路可走", () => {
    const reached = new Set<ApplicationStateCode>(["draft"]);
    for (let size = 0; size !== reached.size; ) {
      size = reached.size;
      for (const row of licensingWorkflow) row.from.filter((from) => reached.has(from)).forEach((from) => reached.add(targetOf(row, from)));
    }
    expect(states.filter((state) => !reached.has(state))).toEqual([]);
    const ends = [...finishedStates, "discarded"] as const;
    expect(licensingWorkflow.filter((row) => row.from.some((from) => (ends as readonly string[]).includes(from)))).toEqual([]);
    for (const state of states) {
      const leaves = licensingWorkflow.some((row) => row.from.includes(state));
      expect([state, leaves]).toEqual([state, !(ends as readonly string[]).includes(state)]);
      expect([state, responsibleRole[state] !== undefined]).toEqual([state, leaves]);
    }
  });

  it("L-4.1.10-03 草稿与待补正可以废弃，提交之后不能（决定十五）", () => {
    const discardable = states.filter((state) => findTransition(licensingWorkflow, state, "discard"));
    expect(discardable).toEqual(["draft", "correction"]);
    expect([...editableStates]).toEqual(discardable);
    expect(findTransition(licensingWorkflow, "draft", "discard")?.confirm).toContain("废弃");
  });

  it("审查、复审、签发须三个人，受理的人不得签发（决定十八）", () => {
    const everyone = { accountId: "one", roles };
    const history: { action: LicensingAction; actorId: string }[] = [];
    const blocked = (state: ApplicationStateCode, action: LicensingAction) =>
      availableActions(licensingWorkflow, { state, history, tags: full }, everyone).find((row) => row.action === action)?.blockedBy;
    expect(blocked("submitted", "accept")).toBeUndefined();
    history.push({ action: "accept", actorId: "one" });
    expect(blocked("underReview", "passReview")).toBeUndefined();
    for (const action of ["grant", "refuse", "sendBackToSecondReview"] as const) expect(blocked("awaitingSignature", action)).toContain("职责分离");
    history.push({ action: "passReview", actorId: "one" });
    for (const action of ["passSecondReview", "sendBackToReview"] as const) expect(blocked("secondReview", action)).toContain("职责分离");
    history.splice(0, history.length, { action: "passSecondReview", actorId: "one" });
    expect(blocked("awaitingSignature", "grant")).toContain("职责分离");
    history.splice(0, history.length, { action: "accept", actorId: "two" }, { action: "passReview", actorId: "three" }, { action: "passSecondReview", actorId: "four" });
    expect(blocked("awaitingSignature", "grant")).toBeUndefined();
  });

  it("L-6-04 不予受理、不予许可须写理由与法律依据；审查、复审须写意见；补正须有意见", () => {
    const needs = (state: ApplicationStateCode, action: LicensingAction) => findTransition(licensingWorkflow, state, action, full)?.needs;
    expect(needs("submitted", "rejectIntake")).toEqual(["reason", "article"]);
    expect(needs("awaitingSignature", "refuse")).toEqual(["reason", "article"]);
    expect(needs("underReview", "passReview")).toEqual(["opinion"]);
    expect(needs("secondReview", "passSecondReview")).toEqual(["opinion"]);
    expect(needs("submitted", "returnForCorrection")).toEqual(["remarks"]);
    expect(needs("submitted", "accept")).toEqual(["noMustRemarks"]);
  });

  it("逾期未补正只由系统办：从待补正到不予受理，停表并告知，任何人都看不到这个动作（决定十六）", () => {
    const system = licensingWorkflow.filter((row) => row.roles.some((role) => role === "system"));
    expect(system).toMatchObject([
      { action: "acceptTacitly", from: ["submitted"], to: "accepted", roles: ["system"], clock: "decision", notice: "accepted", document: "acceptance" },
      { action: "closeUnanswered", from: ["correction"], to: "notAccepted", roles: ["system"], needs: ["reason", "article"], clock: "stop", notice: "notAccepted" },
      { action: "refuseDeferral", to: "refused", roles: ["system"], needs: ["reason", "article"], clock: "stop", notice: "refused", only: ["conditionalAcceptance"] },
    ]);
    const offered = availableActions(licensingWorkflow, { state: "correction", history: [], tags: paths.conditional }, { accountId: "x", roles });
    expect(offered.map(({ action }) => action)).toEqual(["submit", "discard", "terminate"]);
  });

  it("计时：提交起算受理期限，补正停表，重新提交复表，受理起算办结期限，办结停止", () => {
    const clock = (state: ApplicationStateCode, action: LicensingAction) => findTransition(licensingWorkflow, state, action, full)?.clock;
    expect([clock("draft", "submit"), clock("submitted", "returnForCorrection"), clock("correction", "submit"), clock("submitted", "accept")]).toEqual(["intake", "pause", "resume", "decision"]);
    for (const [state, action] of [["submitted", "rejectIntake"], ["awaitingSignature", "grant"], ["awaitingSignature", "refuse"]] as const) expect(clock(state, action)).toBe("stop");
  });

  it("每一步企业该知道的都有通知", () => {
    const told = licensingWorkflow.filter((row) => row.notice).map((row) => row.notice);
    expect(told).toEqual(["submitted", "resubmitted", "terminated", "conditionallyAccepted", "accepted", "accepted", "correction", "notAccepted", "notAccepted", "refused", "underReview", "granted", "refused", "extended"]);
  });

  it("L-6-04 延长期限：承办的审查、复审岗申请，签发岗批准或不批准；不改状态，批准过的不能再延，申请人不能自己批", () => {
    const at = (state: ApplicationStateCode, role: string, extension: string | null) =>
      availableActions(licensingWorkflow, { state, history: [], tags: [...full, ...extensionTags(extension)] }, { accountId: "x", roles: [role as "signer"] }).map(({ action }) => action).filter((action) => action.endsWith("Extension"));
    const running: readonly ApplicationStateCode[] = ["accepted", "underReview", "secondReview", "awaitingSignature"];
    for (const state of states) {
      for (const role of roles) {
        const asker = (role === "examiner" && (state === "accepted" || state === "underReview")) || (role === "secondReviewer" && state === "secondReview");
        const decider = role === "signer" && running.includes(state);
        expect([state, role, at(state, role, null)]).toEqual([state, role, asker ? ["requestExtension"] : []]);
        expect([state, role, at(state, role, "declined")]).toEqual([state, role, asker ? ["requestExtension"] : []]);
        expect([state, role, at(state, role, "requested")]).toEqual([state, role, decider ? ["approveExtension", "declineExtension"] : []]);
        expect([state, role, at(state, role, "approved")]).toEqual([state, role, []]);
      }
    }
    const row = findTransition(licensingWorkflow, "underReview", "approveExtension", extensionTags("requested"));
    expect([row && targetOf(row, "underReview"), row?.clock, row?.document, row?.notice, row?.notBy, row?.aside]).toEqual(["underReview", "extend", "extension", "extended", ["requestExtension"], true]);
  });
});
