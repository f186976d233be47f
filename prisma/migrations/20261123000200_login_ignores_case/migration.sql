-- 登录账号不分大小写：SHOULI 与 shouli 是同一个。已有只差大小写的，先建的留着，后建的在末尾加上标识的后八位，由管理员转告本人。
UPDATE "Account" a SET "login" = left(a."login", 21) || '_' || right(replace(a."id"::text, '-', ''), 8)
WHERE EXISTS (SELECT 1 FROM "Account" b WHERE lower(b."login") = lower(a."login") AND (b."createdAt", b."id") < (a."createdAt", a."id"));

CREATE UNIQUE INDEX "account_login_lower" ON "Account" (lower("login"));
