import { Views } from "@/components/ui/Views";

const views = { "/admin/credit": "信用登记", "/admin/credit/restrictions": "限制期" } as const;

/** 信用登记与限制期，两张表之间切换。 */
export function CreditViews({ current }: { current: keyof typeof views }) {
  return <Views label="登记" views={Object.entries(views).map(([key, label]) => ({ key, label, current: key === current }))} href={(key) => key} />;
}
