import { randomBytes, randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/access/actor";
import { readPdf, readPng, readSvg } from "@/tests/builders/qr";
import { freshDatabase } from "../database";

process.env.DATA_KEY ??= randomBytes(32).toString("base64");
process.env.APP_ORIGIN = "https://zzxy.example.cn";
await freshDatabase();
const { db } = await import("@/lib/data/client");
const { findCode } = await import("@/lib/data/evaluation-codes");
const { signCode } = await import("@/lib/integrations/vault/code-token");
const { generateVisitCodes } = await import("@/lib/services/evaluation/codes/visit-codes");
const { generateMatterCode, listFinishedForCodes } = await import("@/lib/services/evaluation/codes/matter-codes");
const { listCodes } = await import("@/lib/services/evaluation/codes/list-codes");
const { getCode } = await import("@/lib/services/evaluation/codes/get-code");
const { listRatingsOfCode } = await import("@/lib/services/evaluation/codes/code-ratings");
const { findCaseRating } = await import("@/lib/services/evaluation/case-rating");
const { revokeCode } = await import("@/lib/services/evaluation/codes/revoke-code");
const { printBatch, printPoster } = await import("@/lib/services/evaluation/codes/posters");
const { GET: qr } = await import("@/app/api/qr/[token]/route");

const staff = (officeCode = "NEEB", roles: StaffActor["roles"] = ["evaluationOfficer"]): StaffActor => ({ kind: "staff", accountId: randomUUID(), sessionId: randomUUID(), name: "周评价", officeCode, roles });
const [me, other] = [staff(), staff("NCEB")];
const enterpriseId = randomUUID();

let serial = 0;
async function finishedCase(finishedAt: Date | null = new Date(), enterprise = enterpriseId): Promise<string> {
  serial += 1;
  const { id } = await db().case.create({
    data: {
      number: `NEEB-2026-${String(serial).padStart(6, "0")}`, kind: "licensing", officeCode: "NEEB", enterpriseId: enterprise, state: finishedAt ? "granted" : "submitted", createdById: randomUUID(),
      submittedAt: new Date(), finishedAt, application: { create: { business: "renewal", definitionVersion: 1, procedure: "standard" } },
    },
  });
  return id;
}

const generate = (servicePoints: string, more: { days?: 90 | 365 | 1095; idempotencyKey?: string; actor?: StaffActor } = {}) =>
  generateVisitCodes(more.actor ?? me, { servicePoints, days: more.days ?? 365, idempotencyKey: more.idempotencyKey ?? randomUUID() });

async function visitCode(point = `${randomUUID().slice(0, 8)}号窗口`): Promise<string> {
  const { created } = await generate(point);
  return created[0]?.id ?? "";
}

const rated = (more: { codeId?: string; caseId?: string }) =>
  db().evaluation.create({
    data: { channel: more.caseId ? "matter" : "visit", officeCode: "NEEB", matter: more.caseId ? "renewal" : "counter", serviceName: "1号窗口", level: 4, options: ["406"], comment: "很快", raterName: "王丽", phoneHash: randomUUID(), phoneEncrypted: "sealed-13900000001", ...more },
  });

const fetchQr = (name: string, { query = "", headers = {} }: { query?: string; headers?: Record<string, string> } = {}) =>
  qr(new Request(`http://localhost:3000/api/qr/${name}${query}`, { headers }), { params: Promise.resolve({ token: name }) });
const tokenOf = async (id: string): Promise<string> => signCode(await db().evaluationCode.findUniqueOrThrow({ where: { id } }));

beforeAll(async () => {
  await db().office.createMany({ data: [{ code: "NEEB", name: "国家能源局东北监管局", regionDigit: 2, officeDigit: 1 }, { code: "NCEB", name: "国家能源局华北监管局", regionDigit: 1, officeDigit: 1 }] });
  await db().enterprise.create({ data: { id: enterpriseId, name: "沈阳乙电力工程有限公司", uscc: "91210102XFAKE501XR", officeCode: "NEEB", particulars: {} } });
});

describe("一次一评码", () => {
  it("L-5.2.1-03 生成之前没有码；L-5.2.1-02 生成之后每个服务点一个，缺省一年到期，留下审计", async () => {
    expect((await listCodes(other, { kind: "visit" })).rows).toEqual([]);
    const { created, batchId } = await generate("大厅1至3号窗口\n咨询台", { actor: other });
    expect(created.map(({ servicePoint }) => servicePoint)).toEqual(["大厅1号窗口", "大厅2号窗口", "大厅3号窗口", "咨询台"]);
    const { rows, counts } = await listCodes(other, { kind: "visit" });
    expect(rows.map(({ name, state, ratings }) => [name, state, ratings])).toEqual(created.map(({ servicePoint }) => [servicePoint, "valid", 0]));
    expect(counts).toEqual([{ state: "valid", count: 4 }, { state: "expired", count: 0 }, { state: "revoked", count: 0 }]);
    const days = (Date.parse(rows[0]?.expiresAt ?? "") - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(364.9);
    expect(days).toBeLessThan(366.1);
    expect(await db().auditEntry.findFirstOrThrow({ where: { action: "evaluation.generateCodes", subjectId: batchId } })).toMatchObject({
      actorId: other.accountId, detail: { kind: "visit", days: 365, count: 4, firstServicePoint: "大厅1号窗口", lastServicePoint: "咨询台" },
    });
    expect(await db().evaluationCode.count({ where: { batchId } })).toBe(4);
  });

  it("同一次提交重发得到同一批；同时点也只有一个，已有有效码的不再生成", async () => {
    const key = randomUUID();
    const [first, again] = [await generate("重发窗口", { idempotencyKey: key }), await generate("重发窗口", { idempotencyKey: key })];
    expect(again).toEqual(first);
    const results = await Promise.all(Array.from({ length: 8 }, () => generate("争用窗口\n重发窗口")));
    expect(results.flatMap(({ created }) => created.map(({ servicePoint }) => servicePoint))).toEqual(["争用窗口"]);
    expect(await db().evaluationCode.count({ where: { servicePoint: "争用窗口" } })).toBe(1);
    expect(results.every(({ existing }) => existing.some(({ servicePoint }) => servicePoint === "重发窗口"))).toBe(true);
  });

  it("快到期的可以先生成接替的；服务点没写、太多都说明在字段旁", async () => {
    await generate("到期窗口");
    await db().evaluationCode.updateMany({ where: { servicePoint: "到期窗口" }, data: { expiresAt: new Date(Date.now() + 10 * 86_400_000) } });
    expect((await generate("到期窗口")).created).toHaveLength(1);
    await expect(generate(" \n ")).rejects.toMatchObject({ code: "invalid", fields: { servicePoints: "请填写服务点" } });
  });

  it("L-5.2.1-02 窗口的受理岗也能生成，看得到经它收到的评价；别的岗位不能", async () => {
    const intake = staff("NEEB", ["intake"]);
    const [made] = (await generate("受理岗窗口", { actor: intake })).created;
    expect((await listCodes(intake, { kind: "visit", q: "受理岗窗口" })).rows.map(({ id }) => id)).toEqual([made?.id]);
    expect((await listRatingsOfCode(intake, made?.id ?? "")).rows).toEqual([]);
  });

  it("岗位不符的不能生成；撤销写明原因，第二次说已经撤销，列表、计数随之改变", async () => {
    await expect(generate("甲", { actor: staff("NEEB", ["examiner"]) })).rejects.toMatchObject({ code: "forbidden" });
    await expect(generate("甲", { actor: staff("NEEB", ["administrator"]) })).rejects.toMatchObject({ code: "forbidden" });
    const id = await visitCode("撤销窗口");
    await revokeCode(me, { codeId: id, reason: "窗口撤并" });
    await expect(revokeCode(me, { codeId: id, reason: "窗口撤并" })).rejects.toMatchObject({ code: "conflict" });
    expect((await listCodes(me, { kind: "visit", state: "revoked" })).rows.map(({ name }) => name)).toEqual(["撤销窗口"]);
    const view = await getCode(me, id);
    expect([view.state, view.revoked?.reason, view.token]).toEqual(["revoked", "窗口撤并", undefined]);
    expect((await generate("撤销窗口")).created).toHaveLength(1);
  });

  it("翻页、按状态、按服务点查都不错不漏；别的机构的标识当不了游标", async () => {
    const office = staff("NCEB");
    await generate("翻页1至45号窗口", { actor: office });
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listCodes(office, { kind: "visit", q: "翻页", ...(after ? { after } : {}) });
      seen.push(...page.rows.map(({ name }) => name));
      after = page.next;
    } while (after);
    expect(seen).toEqual(Array.from({ length: 45 }, (_, index) => `翻页${index + 1}号窗口`));
    const foreign = await listCodes(office, { kind: "visit", q: "翻页", after: await visitCode() });
    expect(foreign.rows[0]?.name).toBe("翻页1号窗口");
    // % 与 _ 只当文字
    expect(await Promise.all(["_", "%", "翻_"].map(async (q) => (await listCodes(office, { kind: "visit", q })).rows.length))).toEqual([0, 0, 0]);
    expect((await listCodes(office, { kind: "visit", state: "used", q: "%' OR 1=1" })).rows).toEqual([]);
  });
});

describe("一事一评码", () => {
  it("L-5.3.1-03 L-5.3.1-04 生成之前没有码；生成之后只认这一件，办结三十天到期", async () => {
    const caseId = await finishedCase();
    const before = await listFinishedForCodes(me, { q: "NEEB-2026-000001" });
    expect(before.rows.find((row) => row.id === caseId)).toMatchObject({ enterprise: "沈阳乙电力工程有限公司", business: "许可证延续" });
    expect(before.rows[0]?.codeId).toBeUndefined();
    expect(await db().evaluationCode.count({ where: { caseId } })).toBe(0);
    const { id } = await generateMatterCode(me, { caseId });
    expect((await listFinishedForCodes(me, { q: "沈阳乙" })).rows.find((row) => row.id === caseId)?.codeId).toBe(id);
    // % 与 _ 只当文字
    expect(await Promise.all(["_", "%"].map(async (q) => (await listFinishedForCodes(me, { q })).rows.length))).toEqual([0, 0]);
    const code = await findCode(db(), id);
    expect(code).toMatchObject({ kind: "matter", officeCode: "NEEB", state: "valid", case: { id: caseId, business: "renewal" } });
    expect((code?.expiresAt.getTime() ?? 0) - Date.now()).toBeGreaterThan(29.9 * 86_400_000);
  });

  it("L-5.3.1-02 二十个同时点【生成】得到同一个码，审计一条，没有一个出错", async () => {
    const caseId = await finishedCase();
    const codes = await Promise.all(Array.from({ length: 20 }, () => generateMatterCode(me, { caseId })));
    expect(new Set(codes.map(({ id }) => id)).size).toBe(1);
    expect(codes.filter(({ created }) => created)).toHaveLength(1);
    expect(await db().auditEntry.count({ where: { action: "evaluation.generateCodes", subjectId: codes[0]?.id } })).toBe(1);
  });

  it("撤销之后可以另生成；评过、没办结、过了评价期的不能生成", async () => {
    const caseId = await finishedCase();
    const { id } = await generateMatterCode(me, { caseId });
    await revokeCode(me, { codeId: id, reason: "打印错了" });
    const second = await generateMatterCode(me, { caseId });
    expect(second).toMatchObject({ created: true });
    await rated({ caseId });
    expect((await findCode(db(), second.id))?.state).toBe("used");
    await expect(generateMatterCode(me, { caseId })).rejects.toMatchObject({ code: "conflict", message: "这件申请已评价，不能再生成二维码" });
    await expect(generateMatterCode(me, { caseId: await finishedCase(null) })).rejects.toMatchObject({ code: "conflict" });
    await expect(generateMatterCode(me, { caseId: await finishedCase(new Date(Date.now() - 32 * 86_400_000)) })).rejects.toMatchObject({ code: "conflict" });
    expect((await listCodes(me, { kind: "matter", state: "used" })).rows.map((row) => row.id)).toEqual([second.id]);
  });

  it("别的机构的、没有的、乱写的标识都答没有找到，一字不差", async () => {
    const [caseId, codeId] = [await finishedCase(), await visitCode()];
    const { batchId } = await db().evaluationCode.findUniqueOrThrow({ where: { id: codeId } });
    const said = async (run: () => Promise<unknown>): Promise<string> => run().then(() => "passed", (error: Error & { code?: string }) => `${error.code}: ${error.message}`);
    for (const ask of [(id: string) => getCode(other, id), (id: string) => printPoster(other, id), (id: string) => listRatingsOfCode(other, id), (id: string) => revokeCode(other, { codeId: id, reason: "试试" })]) {
      const answers = await Promise.all([codeId, randomUUID(), "' OR 1=1"].map((id) => said(() => ask(id))));
      expect(new Set(answers)).toEqual(new Set(["notFound: 没有找到这个二维码"]));
    }
    expect(await said(() => generateMatterCode(other, { caseId }))).toBe(await said(() => generateMatterCode(other, { caseId: randomUUID() })));
    expect(await said(() => printBatch(other, batchId ?? ""))).toBe("notFound: 没有找到这一批二维码");
    expect(await said(() => getCode({ kind: "public", address: "10.0.0.1" }, codeId))).toContain("unauthenticated");
  });
});

describe("二维码图与海报", () => {
  it("L-5.2.1-02 P-1-03 PNG、SVG、海报读出来都是这个码的评价地址", async () => {
    const { created, batchId } = await generate("海报1至3号窗口");
    const id = created[0]?.id ?? "";
    const { token = "", address } = await getCode(me, id);
    expect(address).toBe(`https://zzxy.example.cn/api/ratings/${token}`);
    const png = await fetchQr(`${token}.png`);
    expect(png.headers.get("content-type")).toBe("image/png");
    expect(readPng(Buffer.from(await png.arrayBuffer()))).toBe(address);
    const svg = await fetchQr(token, { query: "?format=svg" });
    expect(svg.headers.get("content-type")).toContain("image/svg+xml");
    expect(readSvg(await svg.text())).toBe(address);
    const poster = await printPoster(me, id);
    const [page] = await readPdf(poster.bytes);
    expect([page?.qr, poster.name]).toEqual([address, "好差评二维码_海报1号窗口.pdf"]);
    await revokeCode(me, { codeId: created[1]?.id ?? "", reason: "窗口撤并" });
    const batch = await readPdf((await printBatch(me, batchId ?? "")).bytes);
    expect(batch.map(({ text }) => /海报\d号窗口/.exec(text)?.[0])).toEqual(["海报1号窗口", "海报3号窗口"]);
  });

  it("缓存五分钟，凭 ETag 答 304；下载的带中文文件名", async () => {
    const token = await tokenOf(await visitCode("缓存窗口"));
    const first = await fetchQr(`${token}.svg`, { query: "?download" });
    expect(first.headers.get("cache-control")).toContain("max-age=300");
    expect(decodeURIComponent(first.headers.get("content-disposition") ?? "")).toContain("attachment; filename=\"file.svg\"; filename*=UTF-8''好差评二维码_缓存窗口.svg");
    const second = await fetchQr(`${token}.svg`, { headers: { "if-none-match": first.headers.get("etag") ?? "" } });
    expect([second.status, await second.text()]).toEqual([304, ""]);
  });

  it("伪造、改过的令牌与没有的码答 404，撤销、过期、评过的答 410，各有一句话且不缓存", async () => {
    const id = await visitCode();
    const token = await tokenOf(id);
    const changed = `${token.slice(0, 10)}${token[10] === "A" ? "B" : "A"}${token.slice(11)}`;
    const ask = async (name: string): Promise<[number, string]> => {
      const answer = await fetchQr(name);
      expect(answer.headers.get("cache-control")).toBe("no-store");
      return [answer.status, await answer.text()];
    };
    const unknown = signCode({ id: randomUUID(), expiresAt: new Date(Date.now() + 1e9) });
    for (const wrong of [changed, unknown, "x", `${token}x`, "../../etc/passwd", "é".repeat(44)]) expect(await ask(wrong)).toEqual([404, "没有这个评价二维码，请核对地址。"]);
    await db().evaluationCode.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1000) } });
    expect((await ask(`${token}.svg`))[0]).toBe(410);
    await expect(printPoster(me, id)).rejects.toMatchObject({ code: "conflict" });
    await revokeCode(me, { codeId: id, reason: "窗口撤并" });
    expect(await ask(`${token}.png`)).toEqual([410, "这个评价二维码已撤销。请使用受理窗口现在张贴的二维码。"]);
    const caseId = await finishedCase();
    const matter = await tokenOf((await generateMatterCode(me, { caseId })).id);
    await rated({ caseId });
    expect(await ask(matter)).toEqual([410, "这件申请已经评价过，二维码不再使用。"]);
  });
});

describe("收到的评价", () => {
  it("L-6-10 一个码收到的评价按码看，姓名遮盖、没有手机号码；别的码的不在其中", async () => {
    const [codeId, another] = [await visitCode("有评价窗口"), await visitCode()];
    await rated({ codeId });
    await rated({ codeId: another });
    const { rows, total } = await listRatingsOfCode(me, codeId);
    expect(total).toBe(1);
    expect(rows).toMatchObject([{ word: "满意", options: ["填写一张表单就可完成申报"], comment: "很快", rater: "王*", business: "窗口服务" }]);
    expect(JSON.stringify(rows)).not.toMatch(/sealed|139|王丽/);
    expect((await listCodes(me, { kind: "visit", q: "有评价" })).rows[0]?.ratings).toBe(1);
  });

  it("L-6-10 办案的人在案件上看到这一件的评价；别的机构看不到", async () => {
    const [caseId, examiner] = [await finishedCase(), staff("NEEB", ["examiner"])];
    expect(await findCaseRating(examiner, caseId)).toBeUndefined();
    await rated({ caseId });
    expect(await findCaseRating(examiner, caseId)).toMatchObject({ level: 4, rater: "王*" });
    await expect(findCaseRating(staff("NCEB", ["examiner"]), caseId)).rejects.toMatchObject({ code: "notFound" });
    await expect(findCaseRating(staff("NEEB", ["auditor"]), caseId)).rejects.toMatchObject({ code: "forbidden" });
  });
});
