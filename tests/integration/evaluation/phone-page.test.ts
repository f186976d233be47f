import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { freshDatabase } from "../database";

await freshDatabase();
const { db } = await import("@/lib/data/client");
const { GET, POST } = await import("@/app/api/ratings/[token]/route");
const { rate } = await import("@/lib/services/evaluation/rate");
const { decryptPhone } = await import("@/lib/integrations/vault/phone-vault");
const { phoneLimits } = await import("@/lib/evaluation/phone-page");
const { code, context, finishedCase, insertOfficeAndEnterprise, owner, phoneOf, posted, sheet } = await import("./ratable");

const open = async (token: string) => {
  const answer = await GET(new Request("http://localhost/api/ratings/x"), context(token));
  return { status: answer.status, html: await answer.text(), headers: answer.headers };
};

type Fields = Parameters<typeof posted>[0];
const submit = async (token: string, fields: Fields, headers?: Record<string, string>) => {
  const answer = await POST(posted(fields, headers), context(token));
  return { status: answer.status, html: await answer.text(), headers: answer.headers };
};

const stored = (caseId: string) => db().evaluation.findMany({ where: { caseId } });

beforeAll(insertOfficeAndEnterprise);

describe("L-5.2.2-01 L-5.3.2-01 P-1-02 扫码打开的页面", () => {
  it("L-5.2.2-05 不用登录、不带脚本与 Cookie、不经别的文件；自带安全头", async () => {
    const { token } = await code();
    const { status, html, headers } = await open(token);
    expect(status).toBe(200);
    expect(html).toContain("受理窗口 3 号");
    expect(html).toContain("国家能源局东北监管局");
    expect(html).not.toMatch(/<script|src=|https?:|url\(|onclick/);
    expect(headers.get("set-cookie")).toBeNull();
    expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]{44}'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/);
    expect(headers.get("cache-control")).toBe("no-store");
  });

  it("不是本系统的 404，过期、撤销、评过的 410，没办结的 409，各说明原因", async () => {
    const rated = await finishedCase();
    const used = await code({ caseId: rated });
    await rate(owner, { caseId: rated, idempotencyKey: randomUUID(), rating: { level: 5, phone: phoneOf(900) } });
    const cases: [string, number, RegExp][] = [
      ["abc", 404, /没有找到这个二维码/], ["A".repeat(44), 404, /没有找到/], [`${"%00"}`, 404, /没有找到/],
      [(await code({ days: -1 })).token, 410, /二维码已过期.*有效期至/s], [(await code({ revoked: true })).token, 410, /二维码已撤销/], [used.token, 410, /已经评价过了/],
      [(await code({ caseId: await finishedCase({ finishedAt: null }) })).token, 409, /尚未办结/],
    ];
    for (const [token, status, words] of cases) {
      const page = await open(token);
      expect([page.status, page.html]).toEqual([status, expect.stringMatching(words)]);
      expect(page.html).not.toContain("<form");
      expect((await submit(token, { level: "5", phone: phoneOf(901) })).status).toBe(status);
    }
    expect(await db().evaluation.count({ where: { codeId: { not: null } } })).toBe(0);
  });
});

describe("L-5.2.2-02 L-5.3.2-02 【提交】", () => {
  it("一事一评：评价、关待办、用完码、留审计，一次成；号码只存散列与密文", async () => {
    const caseId = await finishedCase();
    const own = await code({ caseId });
    expect((await open(own.token)).html).toMatch(/许可证新申请　DB-2026-\d{6}　国家能源局东北监管局/);
    const { status, html } = await submit(own.token, { level: "4", o: ["406", "413", "207"], text: "很快\r\n谢谢", phone: "+86 １３９ 0000 0001", name: "王丽", form: sheet(own) });
    expect([status, html]).toEqual([200, expect.stringMatching(/谢谢，评价已提交.*满意（4 分）.*139\*{4}0001/s)]);
    const [row] = await stored(caseId);
    expect(row).toMatchObject({ channel: "matter", codeId: own.id, officeCode: "NEEB", matter: "new-licence", level: 4, options: ["406", "413"], comment: "很快\n谢谢", raterName: "王丽" });
    expect(Object.values(row ?? {}).join(" ")).not.toContain("13900000001");
    expect(decryptPhone(row?.phoneEncrypted ?? "")).toBe("13900000001");
    expect(await db().todoItem.count({ where: { caseId, doneAt: null } })).toBe(0);
    expect(await db().auditEntry.findMany({ where: { subjectId: caseId } })).toMatchObject([{ action: "evaluation.rate", audience: "public", actorName: "公众", address: "10.0.0.1", detail: { level: 4, evaluationId: row?.id } }]);
    expect((await open(own.token)).status).toBe(410);
    await expect(rate(owner, { caseId, idempotencyKey: randomUUID(), rating: { level: 5, phone: phoneOf(2) } })).rejects.toMatchObject({ code: "conflict" });
  });

  it("一次一评：认服务点，可以反复用；同一张表单再交一次是同一条评价", async () => {
    const own = await code();
    const form = sheet(own);
    const fields = { level: "5", phone: phoneOf(3), form };
    const first = await submit(own.token, fields);
    const again = await submit(own.token, fields);
    expect([first.status, again.status, again.html]).toEqual([200, 200, first.html]);
    expect((await submit(own.token, { level: "5", phone: phoneOf(4), form: sheet(own) })).status).toBe(200);
    const rows = await db().evaluation.findMany({ where: { codeId: own.id }, orderBy: { createdAt: "asc" } });
    expect(rows).toMatchObject([{ channel: "visit", matter: "counter", serviceName: "受理窗口 3 号", caseId: null }, {}]);
    const other = await submit(own.token, { ...fields, phone: phoneOf(5) });
    expect([other.status, other.html]).toEqual([409, expect.stringMatching(/刚才已经提交过一次评价.*value="13900000005"/s)]);
    expect(rows).toHaveLength(2);
  });

  it("差评随评价立案，期限按工作日；好评不立", async () => {
    const own = await code();
    await submit(own.token, { level: "1", o: "108", phone: phoneOf(6), form: sheet(own) });
    await submit(own.token, { level: "3", phone: phoneOf(7), form: sheet(own) });
    const found = await db().badRating.findMany({ where: { evaluation: { codeId: own.id } } });
    expect(found).toMatchObject([{ officeCode: "NEEB", state: "new", stageDueOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), rectifyDueOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) }]);
    expect(String(found[0]?.rectifyDueOn) > String(found[0]?.stageDueOn)).toBe(true);
  });

  it("以后各类业务的案件走同一扇门：没有许可申请的，事项记案件的种类", async () => {
    const caseId = await finishedCase({ kind: "hall" });
    const own = await code({ caseId });
    expect((await submit(own.token, { level: "5", phone: phoneOf(8), form: sheet(own) })).status).toBe(200);
    expect(await stored(caseId)).toMatchObject([{ matter: "hall" }]);
  });
});

describe("L-5.2.2-04 L-5.3.2-04 五天一次", () => {
  it("三条路合计一次；被拒的说明何时可以再评，填的都在，待办与码都没用掉", async () => {
    const [first, second] = [await finishedCase(), await finishedCase()];
    const [visit, matter] = [await code(), await code({ caseId: second })];
    await rate(owner, { caseId: first, idempotencyKey: randomUUID(), rating: { level: 5, phone: phoneOf(10) } });
    for (const own of [visit, matter]) {
      const { status, html, headers } = await submit(own.token, { level: "2", o: ["207", "208"], text: "等了<很>久", phone: phoneOf(10), name: "李", form: sheet(own) });
      expect(status).toBe(429);
      expect(Number(headers.get("retry-after"))).toBeGreaterThan(431_000);
      expect(html).toMatch(/五天内已评价过，\d{4}年\d+月\d+日 \d\d:\d\d之后可以再评/);
      expect(html).toMatch(/id=l2 value=2 required checked/);
      expect(html).toMatch(/value=207 checked.*value=208 checked.*等了&lt;很&gt;久.*value="13900000010".*value="李"/s);
    }
    expect(await stored(second)).toEqual([]);
    expect(await db().todoItem.count({ where: { caseId: second, doneAt: null } })).toBe(1);
    expect((await submit(matter.token, { level: "5", phone: phoneOf(11), form: sheet(matter) })).status).toBe(200);
  });

  it("T15 到期以前拒绝，到了 432 000 秒（数据库时间）接受；按记下的评价时间算", async () => {
    const own = await code();
    await submit(own.token, { level: "5", phone: phoneOf(12), form: sheet(own) });
    const [slot] = await db().$queryRaw<{ seconds: number }[]>`SELECT extract(epoch FROM s."until" - e."createdAt")::float AS seconds FROM "Evaluation" e JOIN "EvaluationSlot" s USING ("phoneHash") WHERE e."codeId" = ${own.id}::uuid`;
    expect(slot?.seconds).toBeCloseTo(432_000, 2);
    await db().$executeRaw`UPDATE "EvaluationSlot" s SET "until" = clock_timestamp() + interval '20 seconds' FROM "Evaluation" e WHERE e."phoneHash" = s."phoneHash" AND e."codeId" = ${own.id}::uuid`;
    expect((await submit(own.token, { level: "5", phone: phoneOf(12), form: sheet(own) })).status).toBe(429);
    await db().$executeRaw`UPDATE "EvaluationSlot" s SET "until" = clock_timestamp() FROM "Evaluation" e WHERE e."phoneHash" = s."phoneHash" AND e."codeId" = ${own.id}::uuid`;
    expect((await submit(own.token, { level: "5", phone: phoneOf(12), form: sheet(own) })).status).toBe(200);
  });

  it("没有成的尝试不占名额：码撤销、已评过、没填全，号码都还能评", async () => {
    const caseId = await finishedCase();
    const [revoked, used, visit] = [await code({ revoked: true }), await code({ caseId }), await code()];
    await rate(owner, { caseId, idempotencyKey: randomUUID(), rating: { level: 5, phone: phoneOf(13) } });
    const phone = phoneOf(14);
    expect((await submit(revoked.token, { level: "5", phone, form: sheet(revoked) })).status).toBe(410);
    expect((await submit(used.token, { level: "5", phone, form: sheet(used) })).status).toBe(410);
    expect((await submit(visit.token, { level: "1", phone, form: sheet(visit) })).status).toBe(422);
    expect((await submit(visit.token, { level: "5", phone, form: sheet(visit) })).status).toBe(200);
  });

  it("打开之后才撤销的码：提交时如实说明", async () => {
    const own = await code();
    await open(own.token);
    await db().evaluationCode.update({ where: { id: own.id }, data: { revokedAt: new Date() } });
    expect((await open(own.token)).status).toBe(200);
    expect((await submit(own.token, { level: "5", phone: phoneOf(15), form: sheet(own) })).status).toBe(410);
    expect((await open(own.token)).status).toBe(410);
  });
});

describe("保护（决定三十二）", () => {
  it("写得太快的请再点一次，填的都在，表单不变；填了看不见的一栏的不收", async () => {
    const own = await code();
    const form = sheet(own, -5);
    const fast = await submit(own.token, { level: "5", phone: phoneOf(20), text: "好", form });
    expect([fast.status, fast.html]).toEqual([422, expect.stringMatching(new RegExp(`提交得太快了.*>\\n好</textarea>.*value=${form}>提交`, "s"))]);
    const trapped = await submit(own.token, { level: "5", phone: phoneOf(20), site: "http://x", form: sheet(own) });
    expect([trapped.status, trapped.html]).toEqual([422, expect.not.stringContaining("http://x")]);
    expect(await db().evaluation.count({ where: { codeId: own.id } })).toBe(0);
  });

  it("开得太久的、别的码的、伪造的表单：换一张新的，填的都在，新的能交", async () => {
    const [own, other] = [await code(), await code()];
    const [stale, foreign] = [sheet(own, 13 * 3600), sheet(other)];
    for (const form of [stale, foreign, "forged", ""]) {
      const { status, html } = await submit(own.token, { level: "5", phone: phoneOf(21), form });
      expect([status, html]).toEqual([422, expect.stringMatching(/请再点一次.*value="13900000021"/s)]);
      expect(/name=form value=([\w-]{28})>/.exec(html)?.[1]).not.toBe(form);
    }
    expect(await db().evaluation.count({ where: { codeId: own.id } })).toBe(0);
  });

  it("同一来源、同一个码在十分钟里各有次数，超过的说明何时再来；次数在数据库里，几台服务器合计", async () => {
    const own = await code();
    const from = { "x-client-address": "10.9.9.9" };
    await db().rateLimit.create({ data: { key: "rating.address:10.9.9.9", count: phoneLimits.address.max, until: new Date(Date.now() + 300_000) } });
    const tired = await submit(own.token, { level: "5", phone: phoneOf(22), form: sheet(own) }, from);
    expect([tired.status, tired.html]).toEqual([429, expect.stringMatching(/现在提交的人较多，请在.*之后再点/)]);
    expect(Number(tired.headers.get("retry-after"))).toBeGreaterThan(200);
    await db().rateLimit.update({ where: { key: `rating.code:${own.id}` }, data: { count: phoneLimits.code.max } });
    expect((await submit(own.token, { level: "5", phone: phoneOf(22), form: sheet(own) })).status).toBe(429);
    await db().rateLimit.updateMany({ data: { until: new Date(Date.now() - 1000) } });
    expect((await submit(own.token, { level: "5", phone: phoneOf(22), form: sheet(own) }, from)).status).toBe(200);
  });

  it("不是表单的 415，太大的 413，长度说谎的也 413；都不读库", async () => {
    const own = await code();
    expect((await submit(own.token, "{}", { "content-type": "application/json" })).status).toBe(415);
    expect((await submit(own.token, "a", { "content-type": "multipart/form-data; boundary=x" })).status).toBe(415);
    expect((await submit(own.token, `text=${"a".repeat(20_000)}`)).status).toBe(413);
    const stream = new ReadableStream({ start: (controller) => (controller.enqueue(new Uint8Array(20_000).fill(97)), controller.close()) });
    const request = new Request("http://localhost/x", { method: "POST", body: stream, duplex: "half", headers: { "content-type": "application/x-www-form-urlencoded" } } as RequestInit);
    expect((await POST(request, context(own.token))).status).toBe(413);
  });
});

describe("T7 T11 L-5.2.2-03 什么样的输入都答得上来", () => {
  it.each([
    ["什么都没填", {}, 422, /请选择满意度.*请填写手机号码/s],
    ["座机", { level: "5", phone: "024-23456789" }, 422, /请输入正确的手机号码/],
    ["没有的等级", { level: "6", phone: phoneOf(30) }, 422, /请选择满意度/],
    ["停用的选项", { level: "5", o: "501", phone: phoneOf(30) }, 422, /请勾选与所选满意度对应的评价详情/],
    ["差评没有理由", { level: "2", o: "510", phone: phoneOf(30) }, 422, /差评必须勾选详情或填写文字评价/],
    ["文字一百五十一个", { level: "5", text: "好".repeat(151), phone: phoneOf(30) }, 422, /请将文字评价控制在150字以内/],
    ["姓名太长", { level: "5", name: "王".repeat(51), phone: phoneOf(30) }, 422, /请将姓名控制在50字以内/],
    ["脚本", { level: "5", text: "<script>alert(1)</script>", phone: '"><img src=x onerror=alert(1)>', name: "'><svg/onload=1>" }, 422, /&lt;script&gt;/],
    ["空字符与落单的代理项", { level: "5", text: "好\u0000\ud800", phone: phoneOf(31) }, 200, /好/],
    ["表情按码点计数，一百五十个收下", { level: "5", text: "😀".repeat(150), phone: phoneOf(32) }, 200, /谢谢/],
    ["合成的表情按码点计数，太长的不收", { level: "5", text: "👨‍👩‍👧‍👦".repeat(22), phone: phoneOf(35) }, 422, /请将文字评价控制在150字以内/],
    ["全角的等级", { level: "５", phone: "＋８６　１３９００００００３３" }, 422, /请选择满意度/],
    ["L-5.3.2-03 全角号码", { level: "5", phone: "＋８６　１３９００００００３３" }, 200, /139\*{4}0033/],
    ["同一栏写了几遍", { level: ["5", "1"], phone: [phoneOf(34), "x"], o: Array.from({ length: 200 }, () => "510") }, 200, /谢谢/],
  ] as const)("%s", async (_name, fields, status, words) => {
    const own = await code();
    const page = await submit(own.token, { ...fields, form: sheet(own) } as Fields);
    expect([page.status, page.html]).toEqual([status, expect.stringMatching(words)]);
    expect(page.html).not.toMatch(/<script|<img|<svg\/|onerror=alert\(1\)>/);
  });
});
