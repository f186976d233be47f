import type { StaffActor } from "@/lib/access/actor";
import { can, type Deed } from "@/lib/access/can";
import { stages, stagesOf } from "@/lib/licensing/stages";

export interface DeskLink {
  href: string;
  label: string;
  also?: string[];
}

const others: readonly (DeskLink & { deed: Deed })[] = [
  { href: "/admin/follow-ups", label: "后续任务", deed: "followUp.check" },
  { href: "/admin/licences", label: "许可证", deed: "licence.read" },
  { href: "/admin/evaluations", label: "好差评", deed: "evaluation.read" },
  { href: "/admin/outbox", label: "短信发件箱", deed: "outbox.read" },
  { href: "/admin/credit", label: "信用登记", deed: "settings.edit" },
  { href: "/admin/areas", label: "试点范围", deed: "settings.edit" },
  { href: "/admin/institutions", label: "机构", deed: "settings.edit" },
  { href: "/admin/settings", label: "设置", deed: "settings.edit" },
];

/** 此人岗位看得到的内网栏目；办不了的不出现，第一个就是他的首页。 */
export function staffNavigation(actor: StaffActor): DeskLink[] {
  const queues = stagesOf(actor.roles).map((code) => ({ href: `/admin/queue/${code}`, label: stages[code].label }));
  return [...queues, ...others.filter(({ deed }) => can(actor, deed, { officeCode: actor.officeCode })).map(({ href, label }) => ({ href, label }))];
}

/** 登录后去的第一页。 */
export function staffHome(actor: StaffActor): string {
  return staffNavigation(actor)[0]?.href ?? "/admin/password";
}
