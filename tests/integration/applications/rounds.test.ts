import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { fromBufferPromise } from "yauzl";
import { describe, expect, it } from "vitest";
import { freshDatabase } from "../database";

await freshDatabase();
const { coursed } = await import("../businesses/stage");
const { enterprise: stranger } = await import("./fixtures");
const { staff } = await import("../review/cases");
const { db } = await import("@/lib/data/client");
const { objectStorage } = await import("@/lib/integrations/storage");
const { supplyDeferral } = await import("@/lib/services/follow-ups/supply-deferral");
const { packRound, printRound } = await import("@/lib/services/applications/submitted-round");

async function all(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}

async function textOf(bytes: Buffer): Promise<{ text: string; pages: number }> {
  const document = await getDocument({ data: new Uint8Array(bytes) }).promise;
  const pages = await Promise.all(Array.from({ length: document.numPages }, async (_, index) => (await (await document.getPage(index + 1)).getTextContent()).items));
  return { pages: document.numPages, text: pages.flat().map((item) => ("str" in item ? item.str : "")).join("").replaceAll(/\s/g, "") };
}

async function namesIn(bytes: Buffer): Promise<Map<string, number>> {
  const zip = await fromBufferPromise(bytes);
  const names = new Map<string, number>();
  for await (const entry of zip.eachEntry()) names.set(entry.fileName, entry.uncompressedSize);
  return names;
}

const made = coursed("scope-change-granted");

describe("某一轮提交的留存", () => {
  it("L-4.3.8-01 PDF：编号、时间、变更前后、全部页签、附件清单，中文读得出", async () => {
    const { actor, applicationId } = await made;
    const { number } = await db().case.findUniqueOrThrow({ where: { id: applicationId } });
    const { name, stream } = await printRound(actor, applicationId, "1");
    expect(name).toBe(`${number}第1次提交.pdf`);
    const { text, pages } = await textOf(await all(stream));
    expect(pages).toBeGreaterThan(3);
    for (const part of ["许可事项变更", number, "第1次提交", "变更前后", "承修等级", "原许可证号", "技术负责人", "安全负责人", "电力相关专业技能人员", "营业执照/事业单位法人证书", `第${pages}页`, `全文完，共${pages}页`]) expect(text).toContain(part);
    // 企业自己的留存写全号码
    const { enterprise } = await made;
    expect(text).toContain(enterprise.legalRep.idNo);
  }, 60_000);

  it("L-6-01 内网看到的号码遮盖，下载记入审计", async () => {
    const { doers, applicationId, enterprise } = await made;
    const { text } = await textOf(await all((await printRound(doers.intake, applicationId, "1")).stream));
    expect(text).not.toContain(enterprise.legalRep.idNo);
    expect(text).toContain(`${enterprise.legalRep.idNo.slice(0, 6)}********`);
    const audited = await db().auditEntry.findFirst({ where: { subjectId: applicationId, action: "submission.print", actorId: doers.intake.accountId } });
    expect(audited).toMatchObject({ audience: "staff", detail: { round: 1 } });
  }, 60_000);

  it("L-4.3.8-01 zip：提交过的全部附件，按页签、行、材料归类，去掉之后也还在", async () => {
    const { actor, applicationId } = await made;
    const submitted = await db().attachment.findMany({ where: { applicationId } });
    await db().attachment.updateMany({ where: { id: submitted[0]?.id ?? "" }, data: { state: "removed", removedAt: new Date() } });
    const names = await namesIn(await all((await packRound(actor, applicationId, "1")).stream));
    expect(names.size).toBe(submitted.length);
    expect([...names.values()].every((size) => size > 50)).toBe(true);
    const permit = [...names.keys()].find((name) => name.startsWith("02 基本情况/营业执照_事业单位法人证书/"));
    expect(permit).toBeDefined();
    expect([...names.keys()].some((name) => /^06 电力相关专业技能人员\/第 1 行 .+\//.test(name))).toBe(true);
  });

  it("L-4.1.7-11 受理之后补齐的容缺材料列在最后一次提交的 PDF 末尾，也在 zip 里；还没有提交的、从前的轮次没有", async () => {
    const { actor, applicationId, enterprise } = await coursed("deferral-open");
    const bytes = Buffer.from("%PDF-1.4 supplied");
    const { id: followUpId, revision, detail } = await db().followUp.findFirstOrThrow({ where: { caseId: applicationId, kind: "deferral" } });
    const { missing } = detail as { missing: { section: string; slot: string; rowId?: string; label: string }[] };
    for (const [index, { section, slot, rowId }] of missing.entries()) {
      const { key: storageKey } = await objectStorage().put(Readable.from([bytes]), { maxBytes: 1000 });
      await db().attachment.create({
        data: { applicationId, sectionKey: section, slot, rowId: rowId ?? null, storageKey, name: `补齐${index}.pdf`, mediaType: "application/pdf", size: bytes.length, sha256: "0".repeat(64), state: "checked", uploadedById: enterprise.accountId },
      });
    }
    const before = await namesIn(await all((await packRound(actor, applicationId, "1")).stream));
    expect([...before.keys()].some((name) => name.includes("容缺补齐材料"))).toBe(false);
    await supplyDeferral(actor, { followUpId, revision });
    const after = await namesIn(await all((await packRound(actor, applicationId, "1")).stream));
    const supplied = [...after].filter(([name]) => name.includes("容缺补齐材料"));
    expect(supplied).toHaveLength(missing.length);
    expect(supplied.every(([, size]) => size === bytes.length)).toBe(true);
    const { text } = await textOf(await all((await printRound(actor, applicationId, "1")).stream));
    for (const part of ["容缺补齐材料", missing[0]?.label.replaceAll(/\s/g, "") ?? "", "补齐0.pdf"]) expect(text).toContain(part);
    await db().case.update({ where: { id: applicationId }, data: { round: 2 } });
    const earlier = await namesIn(await all((await packRound(actor, applicationId, "1")).stream));
    expect(earlier.size).toBe(before.size);
  }, 60_000);

  it("文件库里丢了一份的，整个包出错，不给残缺的包", async () => {
    const { actor, applicationId } = await coursed("scope-change-submitted");
    const lost = await db().attachment.findFirstOrThrow({ where: { applicationId, copiedFromId: null } });
    await objectStorage().remove(lost.storageKey);
    await expect(all((await packRound(actor, applicationId, "1")).stream)).rejects.toThrow(/\S/);
  });

  it("L-6-01 别家、别的机构、没有的轮次一律没有找到；没登录的先登录", async () => {
    const { actor, applicationId } = await made;
    const outsiders = [await stranger(), await staff(["intake"], "外", "NCEB")];
    for (const run of [printRound, packRound]) {
      for (const outsider of outsiders) await expect(run(outsider, applicationId, "1")).rejects.toMatchObject({ code: "notFound" });
      for (const round of ["2", "0", "-1", "1e3", "x", "99999999999"]) await expect(run(actor, applicationId, round)).rejects.toMatchObject({ code: "notFound" });
      await expect(run(actor, randomUUID(), "1")).rejects.toMatchObject({ code: "notFound" });
      await expect(run({ kind: "public", address: "::1" }, applicationId, "1")).rejects.toMatchObject({ code: "unauthenticated" });
    }
  });
});
