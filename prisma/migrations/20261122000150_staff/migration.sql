-- 动态口令（RFC 6238）：密钥加密存放；lastStep 是用过的最后一步，同一个口令只成一次
CREATE TABLE "SecondFactor" (
  "accountId" UUID NOT NULL,
  "sealedSecret" TEXT NOT NULL,
  "confirmedAt" TIMESTAMPTZ(3),
  "lastStep" INTEGER NOT NULL DEFAULT 0,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "SecondFactor_pkey" PRIMARY KEY ("accountId"),
  CONSTRAINT "SecondFactor_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- 恢复码：只存散列，各用一次
CREATE TABLE "RecoveryCode" (
  "accountId" UUID NOT NULL,
  "codeHash" TEXT NOT NULL,
  "usedAt" TIMESTAMPTZ(3),
  CONSTRAINT "RecoveryCode_pkey" PRIMARY KEY ("accountId", "codeHash"),
  CONSTRAINT "RecoveryCode_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- 从什么设备登录：「Windows 上的 Chrome」一类的话，供本人辨认
ALTER TABLE "Session" ADD COLUMN "device" TEXT;

-- 印在文书与通知上的联系方式
ALTER TABLE "Office" ADD COLUMN "address" TEXT;
ALTER TABLE "Office" ADD COLUMN "postalCode" TEXT;
ALTER TABLE "Office" ADD COLUMN "phone" TEXT;
