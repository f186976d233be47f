import type { TimelineStep } from "@/components/ui/Timeline";
import { findBusiness } from "@/lib/licensing/businesses";
import { tagsOf } from "@/lib/licensing/workflow";
import type { ProcedureCode } from "@/lib/terms/application";
import type { BusinessCode } from "@/lib/terms/businesses";
import { type ApplicationStateCode, applicationStates } from "@/lib/terms/states";
import { dayOf, shortDate } from "./moments";

const SECOND_REVIEW = "复审";

/** 企业看到的环节：内部的领取、退回不在其中；没有准予的，最后一步是那个决定。 */
const stages = ["提交", "形审", "受理", "审查", SECOND_REVIEW, "签发", "办结"] as const;

/** 每个状态走到第几步；办结的全部走完。 */
const reached: Record<ApplicationStateCode, number> = {
  draft: 0,
  submitted: 1,
  correction: 1,
  accepted: 3,
  underReview: 3,
  secondReview: 4,
  awaitingSignature: 5,
  granted: stages.length,
  refused: stages.length,
  notAccepted: stages.length,
  discarded: stages.length,
  terminated: stages.length,
};

interface Standing {
  state: ApplicationStateCode;
  business?: BusinessCode;
  procedure?: ProcedureCode;
  stageDueOn?: string;
  /** 到期那一年的节假日安排还没有公布。 */
  dueProvisional?: boolean;
  submittedAt?: string;
  finishedAt?: string;
}

/** 不经复审的办理路径没有那一步（决定十三）。 */
function skipsSecondReview({ business, procedure = "standard" }: Standing): boolean {
  const path = business === undefined ? "full" : (findBusiness(business)?.review ?? "full");
  return tagsOf(path, procedure).includes("short");
}

/** 办结了而没有发证的：走过哪些、最后是什么决定。 */
const cutShort: Partial<Record<ApplicationStateCode, readonly string[]>> = {
  notAccepted: ["提交", "形审", applicationStates.notAccepted],
  refused: [...stages.slice(0, -1), applicationStates.refused],
  terminated: ["提交", applicationStates.terminated],
};

/** 时间线：走过的、正在的（轮到企业的标出）、还没到的；提交与办结的写上日期。 */
export function caseSteps(standing: Standing): TimelineStep[] {
  const { state, stageDueOn, submittedAt, finishedAt } = standing;
  const every = stepsOf(state, stageDueOn && dueDay({ ...standing, stageDueOn }));
  const steps = skipsSecondReview(standing) ? every.filter(({ name }) => name !== SECOND_REVIEW) : every;
  const dates = new Map([[0, submittedAt], [steps.length - 1, finishedAt]]);
  return steps.map((step, index) => {
    const on = step.state === "done" ? dates.get(index) : undefined;
    return on ? { ...step, note: dayOf(on) } : step;
  });
}

/** 期限那一天；暂定的说明。 */
const dueDay = ({ stageDueOn, dueProvisional }: { stageDueOn: string; dueProvisional?: boolean }): string => `${shortDate(stageDueOn)}${dueProvisional ? "（暂定）" : ""}`;

function stepsOf(state: ApplicationStateCode, stageDueOn?: string): TimelineStep[] {
  const at = reached[state];
  const short = cutShort[state];
  if (short) return short.map((name) => ({ name, state: "done" }));
  const steps: TimelineStep[] = stages.map((name, index) => ({ name, state: index < at ? "done" : index === at ? "now" : "next" }));
  if (state === "draft") return steps.map((step, index) => (index === 0 ? { ...step, state: "yours", note: "等待贵单位" } : step));
  if (state !== "correction") return steps.map((step, index) => (index === at && stageDueOn ? { ...step, note: `${stageDueOn}前` } : step));
  return [
    { name: "提交", state: "done" },
    { name: "形审", state: "done", note: "退回" },
    { name: "补正", state: "yours", note: "等待贵单位" },
    ...stages.slice(2).map((name): TimelineStep => ({ name, state: "next" })),
  ];
}

/** 一句话：现在由谁办、到什么时候、要不要企业做什么。 */
export function holderSentence({ state, stageDueOn, dueProvisional, procedure }: Standing, officeName: string): string {
  const day = stageDueOn && dueDay({ stageDueOn, dueProvisional });
  const until = day ? `，最后期限 ${day}` : "";
  switch (state) {
    case "draft":
      return "还没有提交，由贵单位填写。";
    case "correction":
      return `现在由贵单位处理${until}；逾期不补正，将不予受理。补正期间审批时限不计。`;
    case "submitted":
      return `现在由${officeName}受理岗形审${day ? `，${day}前答复是否受理` : ""}，贵单位无需操作。`;
    case "accepted":
    case "underReview":
      return `现在由${officeName}审查岗处理，${procedure === "conditionalAcceptance" ? "有容缺材料要补的，请按“待办”补齐" : "贵单位无需操作"}。`;
    case "secondReview":
      return `现在由${officeName}复审岗处理，贵单位无需操作。`;
    case "awaitingSignature":
      return `现在由${officeName}签发岗处理，贵单位无需操作。`;
    default:
      return "已经办完，贵单位无需操作。";
  }
}
