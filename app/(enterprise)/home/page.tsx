import type { Metadata } from "next";
import { BusinessMenu } from "@/components/application/home/BusinessMenu";
import { ConditionsPanel } from "@/components/application/home/ConditionsPanel";
import { HeldLicence } from "@/components/application/home/HeldLicence";
import { NewsPanel } from "@/components/application/home/NewsPanel";
import { RunningPanel } from "@/components/application/home/RunningPanel";
import { TodoPanel } from "@/components/application/home/TodoPanel";
import { recentDayOf } from "@/components/application/moments";
import { Facts, PageHead } from "@/components/ui/PageHead";
import { requireEnterpriseActor } from "@/lib/auth/current-actor";
import { listApplications, listBusinesses } from "@/lib/services/applications/list-applications";
import { listMessages, listTodos } from "@/lib/services/communication/messages";
import { listNotices } from "@/lib/services/communication/notices";
import { findKnownCredit } from "@/lib/services/credit/known-credit";
import { getProfile } from "@/lib/services/enterprises/profile";
import { findConditions } from "@/lib/services/licences/find-conditions";
import { getLicence, listLicences } from "@/lib/services/licences/list-licences";
import { formatChineseDate, shanghaiDate, weekdayWord } from "@/lib/workflow/iso-date";

export const metadata: Metadata = { title: "首页" };

const NEWS = 5;

/** 首页：要办的事在先，其次在办的进度、持有的许可证，最后是业务菜单。 */
export default async function HomePage() {
  const actor = await requireEnterpriseActor();
  const [profile, todos, applications, businesses, messages, notices, licences, credit, conditions] = await Promise.all([
    getProfile(actor), listTodos(actor), listApplications(actor), listBusinesses(actor), listMessages(actor), listNotices(actor, { take: NEWS }), listLicences(actor), findKnownCredit(actor), findConditions(actor),
  ]);
  const now = new Date();
  const today = shanghaiDate(now);
  const held = licences.rows[0] && (await getLicence(actor, licences.rows[0].id));
  const drafts = applications.filter((row) => row.state === "draft");
  const running = applications.filter((row) => row.submittedAt !== undefined && row.finishedAt === undefined && row.state !== "discarded");
  return (
    <div className="wrap stack">
      <PageHead title={profile.facts.unitName} facts={<Facts items={[`${formatChineseDate(today)} ${weekdayWord(today)}`, credit && <>信用等级 <b>{credit.gradeWord}</b>（{recentDayOf(credit.askedAt, now)}{credit.source}查询）</>, profile.officeName]} />} />
      <div className="home">
        <div className="stack">
          <TodoPanel todos={todos} drafts={drafts} />
          <RunningPanel rows={running} officeName={profile.officeName} />
        </div>
        <div className="stack">
          {held && <HeldLicence licence={held} />}
          <NewsPanel messages={messages.rows.slice(0, NEWS)} notices={notices.rows} />
          {held && conditions && <ConditionsPanel {...conditions} />}
        </div>
        <BusinessMenu offers={businesses} ratings={todos.filter(({ kind }) => kind === "evaluation").length} />
      </div>
    </div>
  );
}
