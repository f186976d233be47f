import type { Metadata } from "next";
import { ParticularsHistory } from "@/components/account/ParticularsHistory";
import { ProfileForm } from "@/components/account/ProfileForm";
import { Message } from "@/components/ui/Message";
import { Facts, PageHead } from "@/components/ui/PageHead";
import { requireEnterpriseActor } from "@/lib/auth/current-actor";
import { lockedNotice } from "@/lib/enterprise/particulars";
import { getProfile, listProfileChanges } from "@/lib/services/enterprises/profile";
import { today } from "@/lib/services/platform/clock";
import { findInstitutionsAction, saveProfileAction } from "./actions";
import { ProfileViews } from "./profile-views";

export const metadata: Metadata = { title: "企业信息修改 · 我的信息" };

/** 我的信息—企业信息修改。 */
export default async function ProfilePage() {
  const actor = await requireEnterpriseActor();
  const [profile, changes, on] = await Promise.all([getProfile(actor), listProfileChanges(actor), today()]);
  const { facts, parent, revision, editable, officeName } = profile;
  return (
    <div className="wrap stack">
      <PageHead title="企业信息修改" facts={<Facts items={[`所属派出机构：${officeName}`]} />} />
      <ProfileViews current="particulars" />
      <Message tone="info">{lockedNotice}</Message>
      <ProfileForm facts={facts} parent={parent} revision={revision} today={on} editable={editable} save={saveProfileAction} search={findInstitutionsAction} />
      <ParticularsHistory changes={changes} />
    </div>
  );
}
