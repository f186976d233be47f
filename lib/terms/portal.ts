/** What the portal calls itself, on pages, in notices and on printed papers. */
export const portalName = "资质和信用信息系统";

/** What it is for, beside the name. */
export const portalSubject = "承装（修、试）电力设施许可";

/** Where people complain about the service. */
export const hotlineWords = "监督热线 12398";
