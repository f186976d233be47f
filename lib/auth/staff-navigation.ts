import type { StaffActor } from "@/lib/access/actor";
import { can, type Deed } from "@/lib/access/can";
import { stages, stagesOf } from "@/lib/licensing/stages";
import { administrationPages } from "./administration-pages";

export interface DeskLink {
  href: string;
  label: string;
  also?: string[];
  count?: number;
}

const ratings = "好差评";

const others: readonly (DeskLink & { deed: Deed; unless?: Deed })[] = [
  { href: "/admin/audit", label: "审计", deed: "audit.read" },
  { href: "/admin/follow-ups", label: "后续任务", deed: "followUp.read", also: ["/admin/documents"] },
  { href: "/admin/licences", label: "许可证", deed: "licence.read" },
  { href: "/admin/evaluations", label: ratings, deed: "evaluation.read" },
  // 窗口的人只生成二维码，看经它收到的评价
  { href: "/admin/evaluations/codes/visit", label: ratings, deed: "evaluation.codes", unless: "evaluation.read", also: ["/admin/evaluations/codes"] },
  { href: "/admin/statistics", label: "统计", deed: "statistics.read" },
];

/** 承办差评的人看不到好差评一栏时，由这一项进去；管好差评的由好差评进去。 */
const badRatings: DeskLink = { href: "/admin/evaluations/bad", label: "差评办理" };
const evaluations = "/admin/evaluations";
const followUps = "/admin/follow-ups";

/** 此人岗位看得到的内网栏目；办不了的不出现，第一个就是他的首页。waiting 是等他办的差评件数，proposed 是等他确认的撤销件数，claims 是等他核实的认领件数。 */
export function staffNavigation(actor: StaffActor, waiting = 0, proposed = 0, claims = 0): DeskLink[] {
  const queues: DeskLink[] = stagesOf(actor.roles).map((code) => ({ href: `/admin/queue/${code}`, label: stages[code].label }));
  const own = { officeCode: actor.officeCode };
  const allowed: DeskLink[] = others.filter(({ deed, unless }) => can(actor, deed, own) && !(unless && can(actor, unless, own))).map(({ href, label, also }) => ({ href, label, ...(also ? { also } : {}), ...(href === followUps && proposed > 0 ? { count: proposed } : {}) }));
  const links = [...queues, ...allowed, ...administration(actor, claims)];
  if (waiting === 0) return links;
  if (!links.some(({ href }) => href === evaluations)) return [...links, { ...badRatings, count: waiting }];
  return links.map((link) => (link.href === evaluations ? { ...link, count: waiting } : link));
}

/** 系统管理的各页收在一个栏目之下，各页之间另有一行导航；只看得到一页的，栏目就叫那一页的名字。 */
function administration(actor: StaffActor, claims: number): DeskLink[] {
  const [first, ...rest] = administrationPages(actor);
  return first ? [{ href: first.href, label: rest.length > 0 ? "系统管理" : first.label, also: rest.map(({ href }) => href), ...(claims > 0 ? { count: claims } : {}) }] : [];
}

/** 登录后去的第一页。 */
export function staffHome(actor: StaffActor): string {
  return staffNavigation(actor)[0]?.href ?? "/admin/password";
}
