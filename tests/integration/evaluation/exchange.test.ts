import { createHash, createHmac, randomUUID } from "node:crypto";
import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/access/actor";
import { exchangePath, openApiDocument } from "@/lib/evaluation/exchange/openapi";
import type { ExchangePage } from "@/lib/evaluation/exchange/record";
import { freshDatabase } from "../database";

await freshDatabase();
const { db } = await import("@/lib/data/client");
const { GET } = await import("@/app/api/exchange/evaluations/route");
const { addExchangeClient, listExchangeClients, revokeExchangeClient } = await import("@/lib/services/evaluation/exchange/clients");

const administrator: StaffActor = { kind: "staff", accountId: randomUUID(), sessionId: randomUUID(), name: "孙磊", officeCode: "NEEB", roles: ["administrator"] };
const enterpriseId = randomUUID();
const mobile = "13912345678";
let client: { keyId: string; secret: string };
let serial = 0;

const ajv = new Ajv2020({ strict: false, validateFormats: false }).addSchema(openApiDocument, "doc");
const described = (status: number) => ajv.compile({ $ref: `doc#/components/schemas/${status === 200 ? "EvaluationPage" : "Fault"}` });
const operation = openApiDocument.paths[exchangePath].get;

interface Asked {
  query?: string;
  at?: number;
  nonce?: string;
  secret?: string;
  keyId?: string;
  signedQuery?: string;
}

const hmac = (secret: string, text: string): string => createHmac("sha256", secret).update(text).digest("hex");

/** 按公布的接口说明自己签名，不用产品里的函数。 */
async function ask({ query = "", at = 0, nonce = randomUUID(), secret = client.secret, keyId = client.keyId, signedQuery = query }: Asked = {}) {
  const timestamp = String(Math.floor(Date.now() / 1000) + at);
  const signature = hmac(secret, ["GET", `${exchangePath}${signedQuery}`, timestamp, nonce].join("\n"));
  const answer = await GET(new Request(`http://localhost:3000${exchangePath}${query}`, { headers: { "X-Exchange-Key": keyId, "X-Exchange-Timestamp": timestamp, "X-Exchange-Nonce": nonce, "X-Exchange-Signature": signature } }));
  const body = await answer.text();
  const check = described(answer.status);
  expect(Object.keys(operation.responses)).toContain(String(answer.status));
  expect([check(JSON.parse(body)), check.errors]).toEqual([true, null]);
  expect(body).not.toContain(mobile);
  return { status: answer.status, body, page: JSON.parse(body) as ExchangePage, headers: answer.headers, nonce, said: (JSON.parse(body) as { message?: string }).message };
}

async function evaluation(more: object = {}): Promise<string> {
  serial += 1;
  const { id } = await db().evaluation.create({ data: { channel: "visit", officeCode: "NEEB", matter: "counter", serviceName: "1 号窗口", level: 5, options: ["510", "513"], comment: "好", raterName: "王小明", phoneHash: `h${serial}`, phoneEncrypted: mobile, ...more } });
  return id;
}

/** 同一台数据库服务器上别的测试也有在途的事务，它们结束之前不发后面的：等到眼下已提交的都可以发。 */
async function settled(): Promise<void> {
  for (let due = true; due; ) {
    const rows = await db().$queryRaw<{ due: boolean }[]>`SELECT COALESCE(max("changedBy"), 0) >= pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS "due" FROM "Evaluation"`;
    due = rows[0]?.due ?? false;
    if (due) await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** 事务中途另有请求要答：忙的机器上 Prisma 默认的五秒可能不够。 */
const patient = { maxWait: 10_000, timeout: 20_000 };

/** 一页一页取到头。 */
async function drain(query = "limit=3", cursor = ""): Promise<{ records: ExchangePage["records"]; cursor: string }> {
  const records: ExchangePage["records"] = [];
  for (;;) {
    const { page, status } = await ask({ query: `?${query}${cursor ? `&cursor=${cursor}` : ""}` });
    expect(status).toBe(200);
    records.push(...page.records);
    cursor = page.cursor;
    if (!page.more) return { records, cursor };
  }
}

beforeAll(async () => {
  await db().office.create({ data: { code: "NEEB", name: "国家能源局东北监管局", regionDigit: 2, officeDigit: 1 } });
  await db().enterprise.create({ data: { id: enterpriseId, name: "沈阳甲电力工程有限公司", uscc: "91210102XFAKE501XR", officeCode: "NEEB", particulars: {} } });
  client = await addExchangeClient(administrator, { name: "省级好差评平台" });
});

beforeEach(async () => {
  await db().$executeRaw`TRUNCATE "Evaluation", "Case", "BadRating", "RateLimit", "Application" CASCADE`;
});

describe("评价数据交换：取数（L-6-10）", () => {
  it("L-6-10 一页一页取，取完不重不漏；再问只有新的", async () => {
    const ids = await Promise.all(Array.from({ length: 10 }, () => evaluation()));
    await settled();
    const { records, cursor } = await drain();
    expect(records.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    expect((await drain("limit=3", cursor)).records).toEqual([]);
    const late = await evaluation();
    await settled();
    expect((await drain("limit=3", cursor)).records.map(({ id, flag }) => [id, flag])).toEqual([[late, "I"]]);
  });

  it("L-6-10 新增 I、办理有进展 U、复核后不计入 D；一事一评带办件与企业，一次一评只有遮盖的称呼", async () => {
    const found = await db().case.create({
      data: { number: "DB-2026-000001", kind: "licensing", officeCode: "NEEB", enterpriseId, state: "granted", createdById: enterpriseId, finishedAt: new Date("2026-11-01T02:00:00Z"), promisedDueOn: "2026-11-10" },
    });
    const ofCase = await evaluation({ caseId: found.id, channel: "todo", matter: "renewal", level: 1, options: ["110"], serviceName: null, handling: { create: { officeCode: "NEEB" } } });
    const visit = await evaluation();
    await settled();
    const first = await drain();
    const byId = new Map(first.records.map((record) => [record.id, record]));
    expect(byId.get(ofCase)).toMatchObject({
      flag: "I", projectNo: "DB-2026-000001", userName: "沈阳甲电力工程有限公司", userProp: "2", taskName: "许可证延续", proStatus: "准予许可", satisfaction: 1, evalDetail: "110",
      resultDate: "2026-11-01T02:00:00.000Z", promisetime: "2026-11-10", effectivEvalua: "1", rectification: "none",
    });
    expect(byId.get(visit)).toMatchObject({ projectNo: visit, userName: "王**", userProp: "9", serviceName: "1 号窗口", evalDetail: "510,513", taskName: "窗口服务" });
    await db().badRating.updateMany({ data: { rectifyDueOn: "2026-11-30", answeredAt: new Date(), rectifiedAt: new Date() } });
    await settled();
    const second = await drain("limit=3", first.cursor);
    expect(second.records).toMatchObject([{ id: ofCase, flag: "U", answerStatus: "1", rectification: "rectified" }]);
    await db().evaluation.update({ where: { id: ofCase }, data: { excludedAt: new Date() } });
    await settled();
    expect((await drain("limit=3", second.cursor)).records).toMatchObject([{ id: ofCase, flag: "D", effectivEvalua: "0" }]);
  });

  it("L-6-10 晚提交的不被跳过：在途的事务没结束，不发它后面的", async () => {
    const seen = new Set<string>();
    let cursor = "";
    const read = async (): Promise<void> => {
      const found = await drain("limit=2", cursor);
      for (const { id } of found.records) seen.add(id);
      cursor = found.cursor;
    };
    let early = "";
    let later = "";
    await db().$transaction(async (tx) => {
      early = (await tx.evaluation.create({ data: { channel: "visit", officeCode: "NEEB", matter: "counter", level: 5, options: [], phoneHash: "early", phoneEncrypted: "x" } })).id;
      later = await evaluation();
      await read();
      expect([...seen]).toEqual([]);
    }, patient);
    await settled();
    await read();
    expect([...seen].toSorted()).toEqual([early, later].toSorted());
  });

  it("L-6-10 四个写的、一个读的同时跑，读到的与写下的一样多", async () => {
    const seen = new Set<string>();
    const written: string[] = [];
    let cursor = "";
    let writing = true;
    const writer = async (): Promise<void> => {
      for (let index = 0; index < 15; index += 1) {
        await db().$transaction(async (tx) => {
          serial += 1;
          const { id } = await tx.evaluation.create({ data: { channel: "visit", officeCode: "NEEB", matter: "counter", level: 4, options: [], phoneHash: `r${serial}`, phoneEncrypted: "x" } });
          await new Promise((resolve) => setTimeout(resolve, (serial * 13) % 40));
          written.push(id);
        }, patient);
      }
    };
    const reader = async (): Promise<void> => {
      for (let last = false; ; last = !writing) {
        if (last) await settled();
        const found = await drain("limit=7", cursor);
        for (const { id } of found.records) seen.add(id);
        cursor = found.cursor;
        if (last) return;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    };
    await Promise.all([Promise.all(Array.from({ length: 4 }, writer)).then(() => (writing = false)), reader()]);
    expect([...seen].toSorted()).toEqual(written.toSorted());
  }, 60_000);
});

describe("评价数据交换：签名（L-6-10）", () => {
  it("L-6-10 答复也签名，对得上这一次的请求与正文", async () => {
    await evaluation();
    for (const query of ["", "?limit=0"]) {
      const { status, body, headers, nonce } = await ask({ query });
      const timestamp = headers.get("X-Exchange-Timestamp") ?? "";
      expect(headers.get("X-Exchange-Nonce")).toBe(nonce);
      expect(headers.get("X-Exchange-Signature")).toBe(hmac(client.secret, [String(status), nonce, timestamp, createHash("sha256").update(body).digest("hex")].join("\n")));
    }
  });

  it("L-6-10 签名、地址、密钥、时间、随机串有一样不对就不认；没认出对方的答复不签", async () => {
    const wrong: Asked[] = [
      { secret: "x".repeat(43) }, { keyId: "nobody" }, { keyId: "" }, { keyId: "' OR 1=1" }, { signedQuery: "?limit=5", query: "?limit=6" }, { nonce: "short" },
    ];
    for (const one of wrong) {
      const { status, headers } = await ask(one);
      expect([status, headers.get("X-Exchange-Signature")]).toEqual([401, null]);
    }
    expect((await ask({ at: -290 })).status).toBe(200);
    for (const at of [-305, 305]) expect(await ask({ at })).toMatchObject({ status: 401, said: "请校准时间，与本系统相差超过 300 秒" });
  });

  it("L-6-10 同一个随机串只认一次，二十个同时来也只有一个", async () => {
    const nonce = randomUUID();
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask({ nonce })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ said }) => said === "请换一个随机串，这个已经用过")).toHaveLength(19);
  });

  it("L-6-10 不懂的 cursor 与条数答 422，问得太勤答 429，都不是 500", async () => {
    for (const query of ["?cursor=%00", "?cursor=abc", "?cursor=LTEuMQ", `?cursor=${"a".repeat(500)}`, "?limit=1001", "?limit=-1", "?limit=1e3", "?limit=5;drop"]) expect((await ask({ query })).status, query).toBe(422);
    await db().$executeRaw`UPDATE "RateLimit" SET "count" = 300 WHERE "key" NOT LIKE 'exchange:%:%'`;
    expect((await ask()).status).toBe(429);
  });

  it("L-6-10 密钥只显示一次，库里没有原文；停用后不认；都有审计", async () => {
    const added = await addExchangeClient(administrator, { name: "临时对方" });
    const stored = await db().exchangeClient.findUniqueOrThrow({ where: { keyId: added.keyId } });
    expect(JSON.stringify([stored, await listExchangeClients(administrator)])).not.toContain(added.secret);
    expect((await ask(added)).status).toBe(200);
    await revokeExchangeClient(administrator, { id: stored.id });
    expect((await ask(added)).status).toBe(401);
    await expect(revokeExchangeClient(administrator, { id: stored.id })).rejects.toMatchObject({ code: "notFound" });
    const audited = await db().auditEntry.findMany({ where: { subjectId: stored.id }, orderBy: { at: "asc" } });
    expect(audited.map(({ action }) => action)).toEqual(["exchange.addClient", "exchange.revokeClient"]);
    expect(JSON.stringify(audited.map(({ detail }) => detail))).not.toContain(added.secret);
    await expect(addExchangeClient({ ...administrator, roles: ["evaluationOfficer"] }, { name: "x" })).rejects.toMatchObject({ code: "forbidden" });
  });
});
