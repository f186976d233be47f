import { db, pool } from "@/lib/data/client";
import { offices } from "@/lib/licensing/offices";
import { levels2020 } from "@/lib/terms/levels";
import { finishedStates } from "@/lib/terms/states";
import { ensureOffices } from "./offices";

/** The office whose work list the benchmarks read. */
export const OFFICE = "NEEB";

const STAFF_EACH = 8;

/** So many per hundred cases are in each state; the finished ones have no due date. */
const shares: readonly (readonly [state: string, share: number])[] = [
  ["draft", 2], ["submitted", 12], ["correction", 6], ["accepted", 6], ["underReview", 8], ["secondReview", 4], ["awaitingSignature", 4],
  ["granted", 48], ["refused", 4], ["notAccepted", 4], ["terminated", 2],
];
const stateOfHundred = shares.flatMap(([state, share]) => Array<string>(share).fill(state));

const towns = ["沈阳", "大连", "鞍山", "抚顺", "本溪", "丹东", "锦州", "营口", "阜新", "辽阳", "盘锦", "铁岭", "朝阳", "葫芦岛", "哈尔滨", "长春", "吉林", "四平", "齐齐哈尔", "牡丹江"];
const words = "恒光安捷启明宏远新能江城海川北辰连山凌河龙首光明盛泰华瑞金鼎永信东方天成博远嘉禾国安润达中科立信";
const trades = ["电力工程", "送变电工程", "电气安装", "电力建设", "电力检修", "电力试验", "机电设备安装", "新能源科技"];
const forms = ["有限公司", "有限责任公司", "集团有限公司"];

const statements: readonly (readonly [sql: string, values: (count: number) => unknown[]])[] = [
  [
    `INSERT INTO "Account" ("id","login","audience","displayName","passwordHash","roles","officeCode")
     SELECT gen_random_uuid(), 'bench-' || o || '-' || n, 'staff', '审查' || n, '-', ARRAY['intake','examiner'], o FROM unnest($1::text[]) o, generate_series(1, ${STAFF_EACH}) n ON CONFLICT DO NOTHING`,
    () => [offices.map(({ code }) => code)],
  ],
  [
    `INSERT INTO "Enterprise" ("id","name","uscc","officeCode","particulars","formerNames","updatedAt")
     SELECT gen_random_uuid(), ($2::text[])[1 + n % $3] || substr($4, 1 + (n * 7) % $5, 1) || substr($4, 1 + (n / $5) % $5, 1) || substr($4, 1 + (n / ($5 * $5)) % $5, 1) || ($6::text[])[1 + n % 8] || ($7::text[])[1 + n % 3] || CASE WHEN n > 200000 THEN n::text ELSE '' END,
       'BENCH' || lpad(n::text, 13, '0'), ($8::text[])[1 + (n / 7) % $9], '{}', '{}', now()
     FROM generate_series(1, $1::int / 4) n ON CONFLICT DO NOTHING`,
    (count) => [count, towns, towns.length, words, words.length, trades, forms, offices.map(({ code }) => code), offices.length],
  ],
  [
    `WITH firms AS (SELECT "id", "officeCode", row_number() OVER (ORDER BY "uscc") AS k FROM "Enterprise" WHERE "uscc" LIKE 'BENCH%'),
       people AS (SELECT "id", "officeCode", row_number() OVER (PARTITION BY "officeCode" ORDER BY "login") AS k FROM "Account" WHERE "login" LIKE 'bench-%'),
       cases AS (SELECT n, f."id" AS firm, f."officeCode", ($2::text[])[1 + (n * 37 + n / 100) % 100] AS state FROM generate_series(1, $1::int) n JOIN firms f ON f.k = 1 + n % (SELECT count(*) FROM firms))
     INSERT INTO "Case" ("id","number","kind","officeCode","enterpriseId","state","holderId","createdById","createdAt","submittedAt","finishedAt","stageDueOn","updatedAt","business","procedure","scopeText")
     SELECT gen_random_uuid(), 'BENCH-' || lpad(n::text, 7, '0'), 'licensing', c."officeCode", firm, state, CASE WHEN state <> ALL($3::text[]) AND n % 3 > 0 THEN p."id" END, firm, now() - make_interval(mins => n),
       CASE WHEN state <> 'draft' THEN now() - make_interval(mins => n) END, CASE WHEN state = ANY($4::text[]) THEN now() - make_interval(mins => n / 2) END,
       CASE WHEN state = ANY($3::text[]) THEN NULL ELSE to_char(CURRENT_DATE + CASE WHEN state IN ('submitted', 'correction') THEN 2 ELSE -5 END + (n * 13) % 40, 'YYYY-MM-DD') END, now(), ($5::text[])[1 + n % 7],
       CASE WHEN n % 20 = 0 THEN 'conditionalAcceptance' WHEN n % 20 = 1 THEN 'commitment' WHEN n % 50 = 2 THEN 'freeTradeZone' ELSE 'standard' END,
       '承装' || ($6::text[])[1 + n % 5] || '、承修' || ($6::text[])[1 + n % 5] || '、承试' || ($6::text[])[1 + (n / 5) % 5]
     FROM cases c JOIN people p ON p."officeCode" = c."officeCode" AND p.k = 1 + n % ${STAFF_EACH}`,
    (count) => [count, stateOfHundred, ["draft", ...finishedStates], [...finishedStates], ["new-licence", "renewal", "scope-change", "personnel-change", "registration-change", "reissue", "cancellation"], Object.values(levels2020)],
  ],
  [
    `INSERT INTO "Application" ("caseId","business","definitionVersion","procedure","scopeText") SELECT "id", "business", 1, "procedure", "scopeText" FROM "Case" WHERE "number" LIKE 'BENCH-%'`,
    () => [],
  ],
];

/** How many applications the benchmarks of the work list read among; BENCH_QUEUE=1000000 shows that a million cost no more. */
export const QUEUE_SIZE = Number(process.env.BENCH_QUEUE ?? 100_000);

/** The tables filled once a run, whichever benchmark asks first. */
export async function ensureQueue(): Promise<void> {
  if ((await db().case.count({ where: { number: { startsWith: "BENCH-" } } })) === 0) await fillQueue(QUEUE_SIZE);
}

/**
 * So many applications over all offices, made by the database itself in one go; due dates over six weeks, past only
 * where no job steps in (an overdue 形审 is accepted by the clock, an unanswered 补正 closed).
 */
export async function fillQueue(count: number): Promise<void> {
  await ensureOffices();
  const client = await pool().connect();
  try {
    await client.query("SET statement_timeout = 0");
    // The trigger would write each case a second time; here the copy is made with the case.
    await client.query(`ALTER TABLE "Application" DISABLE TRIGGER "copy_application_to_case_insert"`);
    for (const [statement, values] of statements) await client.query(statement, values(count));
    await client.query("VACUUM ANALYZE");
  } finally {
    await client.query(`ALTER TABLE "Application" ENABLE TRIGGER "copy_application_to_case_insert"`);
    await client.query("RESET statement_timeout");
    client.release();
  }
}
