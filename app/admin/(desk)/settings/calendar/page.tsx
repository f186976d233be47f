import type { Metadata } from "next";
import { CalendarEditor } from "@/components/calendar/CalendarEditor";
import { YearList } from "@/components/calendar/YearList";
import { Facts, PageHead } from "@/components/ui/PageHead";
import { Panel } from "@/components/ui/Panel";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { getCalendar } from "@/lib/services/settings/calendar";
import { changeCalendarAction, previewCalendarAction } from "./actions";

export const metadata: Metadata = { title: "节假日安排" };

type Props = { searchParams: Promise<{ year?: string }> };

/** 节假日安排：期限按工作日计，哪天上班由这里定；只给系统管理员，每次更改都有审计。 */
export default async function CalendarPage({ searchParams }: Props) {
  const [actor, { year }] = [await requireStaffActor(), await searchParams];
  const { years, chosen } = await orNotFound(getCalendar(actor, Number(year)));
  return (
    <div className="wrap stack">
      <PageHead title="节假日安排" facts={<Facts items={["办理期限按工作日计", "每年的通知公布之后登记，在办案件的期限随之重算"]} />} />
      <Panel flush>
        <YearList years={years} chosen={chosen.year} />
      </Panel>
      <CalendarEditor key={chosen.year} year={chosen} preview={previewCalendarAction} change={changeCalendarAction} />
    </div>
  );
}
