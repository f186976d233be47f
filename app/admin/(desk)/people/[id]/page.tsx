import type { Metadata } from "next";
import { StaffPerson } from "@/components/administration/StaffPerson";
import { StaffStatus } from "@/components/administration/StaffTable";
import { ButtonLink } from "@/components/ui/Button";
import { Message } from "@/components/ui/Message";
import { Facts, PageHead } from "@/components/ui/PageHead";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { loginRule } from "@/lib/enterprise/account";
import { offices } from "@/lib/licensing/offices";
import { getStaff } from "@/lib/services/accounts/list-staff";
import { changeStaffAction, endStaffSessionsAction, resetSecondFactorAction, resetStaffPasswordAction, setStaffStateAction } from "../actions";

export const metadata: Metadata = { title: "内网人员" };

/** 一位内网人员；自己的由别的系统管理员办。 */
export default async function PersonPage({ params }: { params: Promise<{ id: string }> }) {
  const [actor, { id }] = [await requireStaffActor(), await params];
  const person = await orNotFound(getStaff(actor, id));
  return (
    <div className="wrap stack">
      <PageHead title={person.name} facts={<Facts items={[person.login, person.officeName, person.posts.join("、"), person.secondFactor ? "已设置动态口令" : "未设置动态口令"]} />} aside={<StaffStatus person={person} />} />
      {person.own ? (
        <Message tone="info">这是您自己的账号，请由别的系统管理员变更。动态口令与各处的登录在“登录安全”里。</Message>
      ) : (
        <StaffPerson person={person} offices={offices.map(({ code, name }) => ({ code, name }))} loginHelp={loginRule.help} change={changeStaffAction} setState={setStaffStateAction}
          resetPassword={resetStaffPasswordAction} resetSecondFactor={resetSecondFactorAction} endSessions={endStaffSessionsAction} />
      )}
      <div className="btns"><ButtonLink href="/admin/people" icon="left">回到人员</ButtonLink></div>
    </div>
  );
}
