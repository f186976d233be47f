import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NewStaff } from "@/components/administration/NewStaff";
import { PageHead } from "@/components/ui/PageHead";
import { Panel } from "@/components/ui/Panel";
import { can } from "@/lib/access/can";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { loginRule } from "@/lib/enterprise/account";
import { offices } from "@/lib/licensing/offices";
import { createStaffAction } from "../actions";

export const metadata: Metadata = { title: "新建账号" };

/** 给一位新来的人开内网账号。 */
export default async function NewStaffPage() {
  if (!can(await requireStaffActor(), "staff.manage")) notFound();
  return (
    <div className="wrap stack">
      <PageHead title="新建账号" />
      <Panel><NewStaff offices={offices.map(({ code, name }) => ({ code, name }))} loginHelp={loginRule.help} create={createStaffAction} /></Panel>
    </div>
  );
}
