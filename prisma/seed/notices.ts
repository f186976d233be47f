import type { Db } from "@/lib/data/client";

const notices: readonly { title: string; body: string; publishedAt: string }[] = [
  {
    title: "关于新版许可等级标准施行后申请事项的说明",
    body: "国家发展改革委令2025年第30号自2025年7月1日起施行。本系统同时保存2020年（五级）和2025年（三级）两套标准，申请时采用哪一套，以页面标明的为准；已提交的申请按首次提交时的标准办理。",
    publishedAt: "2026-11-16T09:00:00+08:00",
  },
  {
    title: "许可证有效期届满前请及时申请延续",
    body: "许可证有效期六年。需要延续的，应当在有效期届满三十日前提出申请，建议提前三个月准备材料。",
    publishedAt: "2026-10-28T10:30:00+08:00",
  },
  {
    title: "关于电工身份证号码唯一性的提醒",
    body: "同一名电工的身份证号码在全系统只能由一家企业使用。保存时提示已被使用的，请先核对号码，再与本人确认是否已从原单位办理离职。",
    publishedAt: "2026-09-21T14:00:00+08:00",
  },
  {
    title: "国庆节放假期间业务办理安排",
    body: "2026年10月1日至7日放假，9月20日、10月10日上班。放假期间系统照常受理网上提交，办理期限按工作日计算。\n\n依据：国务院办公厅关于2026年部分节假日安排的通知 https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm 。",
    publishedAt: "2026-09-18T09:00:00+08:00",
  },
];

/** 首页与登录页上的通知公告。 */
export async function insertNotices(tx: Db): Promise<void> {
  await tx.notice.createMany({ data: notices.map((notice) => ({ ...notice, publishedAt: new Date(notice.publishedAt) })) });
}
