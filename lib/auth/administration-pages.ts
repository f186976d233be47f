import type { StaffActor } from "@/lib/access/actor";
import { can, type Deed } from "@/lib/access/can";

export interface AdministrationPage {
  href: string;
  label: string;
  /** 看得到这一页所需的权限。 */
  deed: Deed;
}

/** 系统管理之下的各页，按先后排列；新的一页加在这里，内网的框就会带上它。 */
const pages: readonly AdministrationPage[] = [
  { href: "/admin/settings", label: "设置", deed: "settings.edit" },
  { href: "/admin/people", label: "人员", deed: "staff.manage" },
  { href: "/admin/enterprise-accounts", label: "企业账号", deed: "enterpriseAccount.manage" },
  { href: "/admin/offices", label: "派出机构", deed: "settings.edit" },
  { href: "/admin/settings/calendar", label: "节假日", deed: "settings.edit" },
  { href: "/admin/notices", label: "通知公告", deed: "settings.edit" },
  { href: "/admin/outbox", label: "短信发件箱", deed: "outbox.read" },
  { href: "/admin/imports", label: "导入", deed: "settings.edit" },
  { href: "/admin/claims", label: "认领申请", deed: "enterprise.claims" },
  { href: "/admin/credit", label: "信用登记", deed: "settings.edit" },
  { href: "/admin/areas", label: "试点范围", deed: "settings.edit" },
  { href: "/admin/institutions", label: "机构", deed: "settings.edit" },
  { href: "/admin/phrases", label: "意见常用语", deed: "phrase.keepForOffice" },
  { href: "/admin/exchange", label: "数据交换", deed: "exchange.manage" },
];

/** 此人看得到的系统管理各页。 */
export const administrationPages = (actor: StaffActor): AdministrationPage[] => pages.filter(({ deed }) => can(actor, deed, { officeCode: actor.officeCode }));
