import type { Metadata } from "next";
import { OfficeDigitsSetting } from "@/components/account/OfficeDigitsSetting";
import { PasswordProfileSetting } from "@/components/account/PasswordProfileSetting";
import { RuleSetSetting } from "@/components/account/RuleSetSetting";
import { SecondFactorSetting } from "@/components/administration/SecondFactorSetting";
import { HandlingDaysSetting } from "@/components/evaluation/bad-ratings/HandlingDaysSetting";
import { ButtonLink } from "@/components/ui/Button";
import { Message } from "@/components/ui/Message";
import { PageHead } from "@/components/ui/PageHead";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { getHandlingDays } from "@/lib/services/evaluation/bad-ratings/handling-days";
import { getSettings } from "@/lib/services/settings/manage-settings";
import { changeHandlingDaysAction, choosePasswordProfileAction, chooseRuleSetAction, confirmOfficeDigitsAction, requireSecondFactorAction } from "./actions";

export const metadata: Metadata = { title: "系统设置" };

/** 系统设置：只给系统管理员，每次更改都有审计。 */
export default async function SettingsPage() {
  const actor = await requireStaffActor();
  const { ruleSets, passwordProfile, staffSecondFactor, offices, external } = await orNotFound(getSettings(actor));
  const handlingDays = await getHandlingDays(actor);
  return (
    <div className="wrap stack">
      <PageHead title="系统设置" aside={<><ButtonLink slim href="/admin/settings/rule-sets">条件标准与期限</ButtonLink> <ButtonLink slim href="/admin/settings/numbers">编号样式</ButtonLink></>} />
      {external.files && <Message tone="warn" title="附件存放在外部服务">已配置 UploadThing，上传的材料离开本单位保存。</Message>}
      <RuleSetSetting ruleSets={ruleSets} choose={chooseRuleSetAction} />
      <PasswordProfileSetting current={passwordProfile} choose={choosePasswordProfileAction} />
      <SecondFactorSetting required={staffSecondFactor} require={requireSecondFactorAction} />
      <HandlingDaysSetting {...handlingDays} change={changeHandlingDaysAction} />
      <OfficeDigitsSetting offices={offices} confirm={confirmOfficeDigitsAction} />
    </div>
  );
}
