-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- AlterTable
ALTER TABLE "OutboxMessage" ADD COLUMN "params" JSONB NOT NULL DEFAULT '{}';
