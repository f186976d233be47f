/**
 * Faults planted on purpose, one in each area where public systems fail. `find` must occur exactly once in `file`; the named tests pass
 * before it is replaced and fail afterwards.
 */
export const plants = [
  {
    name: "手机号的五天变成先查再写", area: "只办一次（check-then-insert）", file: "lib/data/accept-rating.ts",
    find: `WHERE s."until" <= clock_timestamp()
    RETURNING`, replace: `WHERE true
    RETURNING`, tests: ["integration", "tests/integration/evaluation/rating-races.test.ts"],
  },
  {
    name: "取号先读后写", area: "只办一次（check-then-insert）", file: "lib/data/platform.ts",
    find: `  const rows = await db.$queryRaw<{ last: number }[]>(Prisma.sql\`
    INSERT INTO "NumberSeries" ("key", "last") VALUES (${"${key}"}, 1)
    ON CONFLICT ("key") DO UPDATE SET "last" = "NumberSeries"."last" + 1
    RETURNING "last"\`);`,
    replace: `  const before = (await db.numberSeries.findUnique({ where: { key } }))?.last ?? 0;
  const rows = [await db.numberSeries.upsert({ where: { key }, create: { key, last: before + 1 }, update: { last: before + 1 } })];`, tests: ["integration", "tests/integration/licences/issuing.test.ts"],
  },
  {
    name: "办理不看是不是本机构的案件", area: "越权（missing authorise）", file: "lib/services/review/decide.ts",
    find: `  authorise(staff, "application.review", { officeCode: found.officeCode }, "这件申请");`, replace: `  authorise(staff, "application.review");`, tests: ["integration", "tests/integration/security/authorisation.test.ts"],
  },
  {
    name: "申请不看是不是本企业的", area: "越权（missing authorise）", file: "lib/access/can.ts",
    find: `return allowed && (record.enterpriseId === undefined || record.enterpriseId === actor.enterpriseId);`, replace: `return allowed;`, tests: ["integration", "tests/integration/security/authorisation.test.ts"],
  },
  {
    name: "上传收多少都收", area: "没有上限（unbounded upload）", file: "lib/services/attachments/ingest.ts",
    find: `limits: { files: 1, fields: 0, parts: 4, fileSize: size + 1 }`, replace: `limits: { files: 1, fields: 0, parts: 4 }`, tests: ["integration", "tests/integration/attachments/ingest.test.ts"],
  },
  {
    name: "事务里另要一条连接", area: "连接（second connection in a transaction）", file: "lib/services/applications/submit-application.ts",
    find: `await recordAudit(tx, {`, replace: `await recordAudit((await import("@/lib/data/client")).db(), {`, tests: ["integration", "tests/integration/security/pool.test.ts"],
  },
  {
    name: "页面过时了也照办", area: "丢失的修改（lost update）", file: "lib/services/review/decide.ts",
    find: `if (!transition || found.revision !== input.revision)`, replace: `if (!transition)`, tests: ["integration", "tests/integration/review/deciding.test.ts"],
  },
  {
    name: "保存不看别人改过没有", area: "丢失的修改（lost update）", file: "lib/forms/patch.ts",
    find: `if (sameValue(theirs, from) || sameValue(theirs, to)) answers[key] = to;`, replace: `if (sameValue(theirs, from) || !sameValue(theirs, from)) answers[key] = to;`, tests: ["unit", "tests/unit/forms/patch.test.ts"],
  },
  {
    name: "动作不核对来源", area: "外站伪造（origin）", file: "lib/actions/define-action.ts",
    find: `if (!isOwnOrigin(await headers()))`, replace: `if (!isOwnOrigin(await headers()) && false)`, tests: ["unit", "tests/unit/actions/define-action.test.ts"],
  },
  {
    name: "名单里不遮身份证号码", area: "泄露（personal data）", file: "lib/licensing/masked-summary.ts",
    find: `return mask === "identity" ? maskId(text) : maskMobile(text);`, replace: `return text;`, tests: ["integration", "tests/integration/review"],
  },
  {
    name: "改审计没有人发现", area: "审计（hash chain）", file: "lib/services/audit/chain.ts",
    find: `if (expected.entryHash !== seal.entryHash)`, replace: `if (expected.entryHash !== seal.entryHash && false)`, tests: ["integration", "tests/integration/audit/tampering.test.ts"],
  },
  {
    name: "导出的表格里公式照算", area: "注入（formula）", file: "lib/integrations/spreadsheet/sheet.ts",
    find: "formula.test(text) ? `'${text}` : text);\nexport const restore", replace: "text);\nexport const restore", tests: ["integration", "tests/integration/sheets"],
  },
  {
    name: "使用者写的字不转义", area: "注入（HTML）", file: "app/api/ratings/[token]/markup.ts",
    find: "text.replace(/[&<>\"']/g, (character) => entities[character] ?? \"\")", replace: "text", tests: ["integration", "tests/integration/evaluation/phone-page.test.ts"],
  },
];
