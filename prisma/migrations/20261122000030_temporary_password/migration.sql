-- 管理员重设的一次性密码：登录后须先换掉
ALTER TABLE "Account" ADD COLUMN "passwordTemporary" BOOLEAN NOT NULL DEFAULT false;
