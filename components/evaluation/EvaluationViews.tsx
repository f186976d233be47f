import { Views } from "@/components/ui/Views";
import type { StaffActor } from "@/lib/access/actor";
import { can, type Deed } from "@/lib/access/can";
import { evaluationCodeKinds } from "@/lib/terms/evaluation";

const home = "/admin/evaluations";

/** 好差评之下的各页：地址、名称、看得到它所需的权限。 */
const pages = {
  received: { href: home, label: "收到的评价", deed: "evaluation.read" },
  visit: { href: `${home}/codes/visit`, label: evaluationCodeKinds.visit, deed: "evaluation.codes" },
  matter: { href: `${home}/codes/matter`, label: evaluationCodeKinds.matter, deed: "evaluation.codes" },
  bad: { href: `${home}/bad`, label: "差评办理", deed: "badRating.answer" },
  figures: { href: `${home}/figures`, label: "统计", deed: "evaluation.read" },
} as const satisfies Record<string, { href: string; label: string; deed: Deed }>;

export type EvaluationPage = keyof typeof pages;

/** 好差评各页之间的导航；此人岗位办不了的不出现，只剩一页时不成导航。 */
export function EvaluationViews({ actor, current }: { actor: StaffActor; current: EvaluationPage }) {
  const shown = (Object.keys(pages) as EvaluationPage[]).filter((key) => can(actor, pages[key].deed, { officeCode: actor.officeCode }));
  if (shown.length < 2) return null;
  return <Views label="好差评" views={shown.map((key) => ({ key, label: pages[key].label, current: key === current }))} href={(key) => pages[key as EvaluationPage].href} />;
}
