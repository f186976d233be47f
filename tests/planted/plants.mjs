/**
 * Faults planted on purpose, one in each area where public systems fail. `find` must occur exactly once in `file`; the named test
 * (every test whose full name holds `title`) passes before it is replaced and fails afterwards.
 */
export const plants = [
  {
    name: "手机号的五天变成先查再写", area: "只办一次（check-then-insert）", file: "prisma/migrations/20261122000200_accept_rating/migration.sql",
    find: `WHERE s."until" <= clock_timestamp()`, replace: `WHERE true`, test: { project: "integration", file: "tests/integration/evaluation/phone-page.test.ts", title: "三条路合计一次" },
  },
  {
    name: "取号先读后写", area: "只办一次（check-then-insert）", file: "lib/data/platform.ts",
    find: `VALUES ($1, 1) ON CONFLICT ("key") DO UPDATE SET "last" = "NumberSeries"."last" + 1`,
    replace: `VALUES ($1, COALESCE((SELECT "last" FROM "NumberSeries" WHERE "key" = $1), 0) + 1) ON CONFLICT ("key") DO UPDATE SET "last" = EXCLUDED."last"`, test: { project: "integration", file: "tests/integration/licences/issuing.test.ts", title: "六十四路并发取号" },
  },
  {
    name: "办理不看是不是本机构的案件", area: "越权（missing authorise）", file: "lib/services/review/decide.ts",
    find: `  authorise(staff, "application.review", { officeCode: found.officeCode }, "这件申请");`, replace: `  authorise(staff, "application.review");`, test: { project: "integration", file: "tests/integration/security/authorisation.test.ts", title: "review/decide#decide：" },
  },
  {
    name: "申请不看是不是本企业的", area: "越权（missing authorise）", file: "lib/access/can.ts",
    find: `return allowed && (record.enterpriseId === undefined || record.enterpriseId === actor.enterpriseId);`, replace: `return allowed;`, test: { project: "integration", file: "tests/integration/security/authorisation.test.ts", title: "applications/get-application#getApplication：" },
  },
  {
    name: "上传收多少都收", area: "没有上限（unbounded upload）", file: "lib/services/attachments/ingest.ts",
    find: `limits: { files: 1, fields: 0, parts: 4, fileSize: size + 1 }`, replace: `limits: { files: 1, fields: 0, parts: 4 }`, test: { project: "integration", file: "tests/integration/attachments/ingest.test.ts", title: "大小与登记不符" },
  },
  {
    name: "事务里另要一条连接", area: "连接（second connection in a transaction）", file: "lib/services/review/claim-case.ts",
    find: `await recordAudit(tx, { actor: staff, action: from ?`, replace: `await recordAudit((await import("@/lib/data/client")).db(), { actor: staff, action: from ?`,
    test: { project: "integration", file: "tests/integration/security/pool.test.ts", title: "review/claim-case#claimCase：" },
  },
  {
    name: "收 tx 的函数里另拿一条连接", area: "连接（second connection in a transaction）", file: "lib/services/review/claim-case.ts",
    find: `await recordAudit(tx, { actor: staff, action: from ?`, replace: `await recordAudit(db(), { actor: staff, action: from ?`, test: { project: "architecture", file: "tests/architecture/connections.test.ts", title: "没有另拿连接的调用" },
  },
  {
    name: "页面过时了也照办", area: "丢失的修改（lost update）", file: "lib/services/review/decide.ts",
    find: `if (!transition || found.revision !== input.revision)`, replace: `if (!transition)`, test: { project: "integration", file: "tests/integration/review/deciding.test.ts", title: "页面打开之后案件变了" },
  },
  {
    name: "保存不看别人改过没有", area: "丢失的修改（lost update）", file: "lib/forms/patch.ts",
    find: `if (sameValue(theirs, from) || sameValue(theirs, to)) answers[key] = to;`, replace: `if (sameValue(theirs, from) || !sameValue(theirs, from)) answers[key] = to;`, test: { project: "unit", file: "tests/unit/forms/patch.test.ts", title: "不覆盖，两边的值都给出" },
  },
  {
    name: "动作不核对来源", area: "外站伪造（origin）", file: "lib/actions/define-action.ts",
    find: `if (!isOwnOrigin(await headers()))`, replace: `if (!isOwnOrigin(await headers()) && false)`, test: { project: "unit", file: "tests/unit/actions/define-action.test.ts", title: "外站来的请求不执行" },
  },
  {
    name: "名单里不遮身份证号码", area: "泄露（personal data）", file: "lib/licensing/masked-summary.ts",
    find: `return mask === "identity" ? maskId(text) : maskMobile(text);`, replace: `return text;`, test: { project: "unit", file: "tests/unit/licensing/masked-summary.test.ts", title: "全部人员的身份证号码" },
  },
  {
    name: "改审计没有人发现", area: "审计（hash chain）", file: "lib/services/audit/chain.ts",
    find: `if (expected.entryHash !== seal.entryHash)`, replace: `if (expected.entryHash !== seal.entryHash && false)`, test: { project: "integration", file: "tests/integration/audit/tampering.test.ts", title: "校验认得出手脚" },
  },
  {
    name: "导出的表格里公式照算", area: "注入（formula）", file: "lib/integrations/spreadsheet/sheet.ts",
    find: "formula.test(text) ? `'${text}` : text);\nexport const restore", replace: "text);\nexport const restore", test: { project: "integration", file: "tests/integration/sheets/sheets.test.ts", title: "公式开头的内容不成公式" },
  },
  {
    name: "使用者写的字不转义", area: "注入（HTML）", file: "app/api/ratings/[token]/markup.ts",
    find: "text.replace(/[&<>\"']/g, (character) => entities[character] ?? \"\")", replace: "text", test: { project: "integration", file: "tests/integration/evaluation/phone-page.test.ts", title: "什么样的输入都答得上来" },
  },
  {
    name: "办理之前不看权限", area: "越权（missing authorise）", file: "lib/services/accounts/change-staff.ts",
    find: `Promise<{ released: number }> {
  authorise(actor, "staff.manage");
  return transaction(async (tx) => {
    await lockStaff(tx);
    const account = await othersAccount(tx, actor, accountId, "自己的账号请由别的系统管理员停用");`,
    replace: `Promise<{ released: number }> {
  return transaction(async (tx) => {
    await lockStaff(tx);
    const account = await othersAccount(tx, actor, accountId, "自己的账号请由别的系统管理员停用");`, test: { project: "integration", file: "tests/integration/security/authorisation.test.ts", title: "accounts/change-staff#setStaffState：" },
  },
  {
    name: "上传的路由不核对来源", area: "外站伪造（origin）", file: "app/api/upload/route.ts",
    find: `if (!request.headers.has("uploadthing-hook")) requireOwnOrigin`, replace: `if (request.headers.has("uploadthing-hook")) requireOwnOrigin`, test: { project: "integration", file: "tests/integration/attachments/ingest.test.ts", title: "来源不是本站的请求不认" },
  },
  {
    name: "没有 Origin 的也当作本站", area: "外站伪造（origin）", file: "lib/auth/origin.ts",
    find: `if (!origin || origin === "null") return false;`, replace: `if (!origin || origin === "null") return true;`, test: { project: "unit", file: "tests/unit/actions/define-action.test.ts", title: "来源" },
  },
  {
    name: "领取案件不留审计", area: "审计（missing entry）", file: "lib/services/review/claim-case.ts",
    find: `    await recordAudit(tx, { actor: staff, action: from ?`, replace: `    if (from) await recordAudit(tx, { actor: staff, action: from ?`, test: { project: "integration", file: "tests/integration/security/audit.test.ts", title: "review/claim-case#claimCase：" },
  },
  {
    name: "重试又办一次", area: "幂等（idempotency）", file: "lib/services/platform/idempotency.ts",
    find: `  if (earlier) {`, replace: `  if (earlier && earlier.accountId !== accountId) {`, test: { project: "integration", file: "tests/integration/review/deciding.test.ts", title: "重试不是第二次办理" },
  },
  {
    name: "同一张表单评两次", area: "幂等（idempotency）", file: "lib/services/evaluation/submit-rating.ts",
    find: `    return same ? { kind: "accepted"`, replace: `    return same && false ? { kind: "accepted"`, test: { project: "integration", file: "tests/integration/evaluation/phone-page.test.ts", title: "同一张表单再交一次是同一条评价" },
  },
  {
    name: "五天少一秒", area: "时限（off by one second）", file: "lib/evaluation/phone.ts",
    find: `432_000`, replace: `431_999`, test: { project: "integration", file: "tests/integration/evaluation/phone-page.test.ts", title: "到期以前拒绝" },
  },
  {
    name: "猜密码多给一次", area: "时限（tries）", file: "lib/services/accounts/sign-in.ts",
    find: `attempts: 5, minutes: 15`, replace: `attempts: 6, minutes: 15`, test: { project: "integration", file: "tests/integration/accounts/sign-in.test.ts", title: "十五分钟内五次不对即锁定" },
  },
  {
    name: "停用内网账号不结束登录", area: "会话（not ended on disable）", file: "lib/services/accounts/change-staff.ts",
    find: `active ? 0 : await endSessionsOf(tx, account.id, "disabled")`, replace: `0`, test: { project: "integration", file: "tests/integration/accounts/staff-accounts.test.ts", title: "各处的登录立即结束" },
  },
  {
    name: "停用同事不结束登录", area: "会话（not ended on disable）", file: "lib/services/accounts/colleagues.ts",
    find: `if (state === "disabled") await endSessionsOf(tx, accountId, "disabled");`, replace: ``, test: { project: "integration", file: "tests/integration/accounts/colleagues.test.ts", title: "停用同事：登录立即结束" },
  },
  {
    name: "动态口令可以用两次", area: "会话（replay）", file: "lib/data/second-factors.ts",
    find: `lastStep: { lt: step }`, replace: `lastStep: { lte: step }`, test: { project: "integration", file: "tests/integration/accounts/second-factor.test.ts", title: "同一个口令不能用第二次" },
  },
  {
    name: "页面里插入没有转义的 HTML", area: "注入（HTML）", file: "components/evaluation/CaseRating.tsx",
    find: `<p>“{rating.comment}”</p>`, replace: `<p dangerouslySetInnerHTML={{ __html: rating.comment }} />`, test: { project: "architecture", file: "tests/architecture/markup.test.ts", title: "不插入没有转义的 HTML" },
  },
  {
    name: "CSV 里公式照算", area: "注入（formula）", file: "lib/integrations/spreadsheet/write-csv.ts",
    find: `quoted(defuse(cell))`, replace: `quoted(cell)`, test: { project: "integration", file: "tests/integration/evaluation/publication-and-exports.test.ts", title: "公式去了引信" },
  },
  {
    name: "换了密钥，以前封的打不开", area: "密钥（rotation）", file: "lib/integrations/vault/keys.ts",
    find: `[deriveKey(purpose), ...listed(process.env.DATA_KEY_FORMER).map((key) => deriveKey(purpose, key))]`, replace: `[deriveKey(purpose)]`, test: { project: "unit", file: "tests/unit/integrations/vault/rotation.test.ts", title: "以前封的读得出" },
  },
  {
    name: "手机号的散列跟着 DATA_KEY 换", area: "密钥（rotation）", file: "lib/integrations/vault/keys.ts",
    find: `process.env.PHONE_HASH_KEY || process.env.DATA_KEY`, replace: `process.env.DATA_KEY`, test: { project: "unit", file: "tests/unit/integrations/vault/rotation.test.ts", title: "手机号的散列另有密钥" },
  },
];
