import { Views } from "@/components/ui/Views";

const pages = { particulars: "/profile", password: "/profile/password", security: "/profile/security", people: "/profile/people", colleagues: "/profile/colleagues" } as const;
type PageKey = keyof typeof pages;
const labels: Record<PageKey, string> = { particulars: "企业信息修改", password: "修改密码", security: "登录安全", people: "在册人员", colleagues: "同事账号" };

/** 「我的信息」下的各页。 */
export function ProfileViews({ current }: { current: PageKey }) {
  const views = (Object.keys(pages) as PageKey[]).map((key) => ({ key, label: labels[key], current: key === current }));
  return <Views label="我的信息" views={views} href={(key) => pages[key as PageKey]} />;
}
