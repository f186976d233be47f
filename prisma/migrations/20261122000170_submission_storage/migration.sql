-- 提交时冻结的一轮不压缩地存：pglz 压缩一份有六十人的快照要几毫秒，占提交时间的一成多；一轮只写一次，几十至几百 KB，换得起。
ALTER TABLE "Submission"
  ALTER COLUMN "snapshot" SET STORAGE EXTERNAL,
  ALTER COLUMN "summary" SET STORAGE EXTERNAL,
  ALTER COLUMN "checks" SET STORAGE EXTERNAL;
