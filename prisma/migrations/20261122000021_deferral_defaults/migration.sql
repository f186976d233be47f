-- 申请容缺受理而未按时提交容缺材料的日期：信用登记里的，与信用接口答复的
ALTER TABLE "CreditRecord" ADD COLUMN "deferralDefaults" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];
ALTER TABLE "CreditAnswer" ADD COLUMN "deferralDefaults" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];
