-- 内网人员可以不要每日一条的到期提醒短信
ALTER TABLE "Account" ADD COLUMN "dailyReminder" BOOLEAN NOT NULL DEFAULT true;
