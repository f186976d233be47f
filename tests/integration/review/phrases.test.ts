import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { freshDatabase } from "../database";

await freshDatabase();
const { staff, submittedCase } = await import("./cases");
const { enterprise } = await import("../applications/fixtures");
const { db } = await import("@/lib/data/client");
const { getCase } = await import("@/lib/services/review/get-case");
const { listOfficePhrases, removePhrase, savePhrase } = await import("@/lib/services/review/phrases");

const textsIn = (phrases: readonly { text: string }[]) => phrases.map(({ text }) => text);

describe("意见的常用语", () => {
  it("L-6-04 本人存的只有本人看得到，机构的同机构的受理岗都看得到；一样的存不了第二条；存与删记入审计", async () => {
    const { applicationId } = await submittedCase();
    const [author, colleague, signer, stranger] = [await staff(["intake"]), await staff(["intake"]), await staff(["signer"]), await staff(["signer"], "外", "NCEB")];
    const { phraseId } = await savePhrase(author, { scope: "own", text: "社保不足三个月，请补充" });
    await savePhrase(signer, { scope: "office", text: "请按本机构的样式填写" });
    await savePhrase(stranger, { scope: "office", text: "别的机构的" });
    await expect(savePhrase(author, { scope: "own", text: "社保不足三个月，请补充" })).rejects.toMatchObject({ code: "conflict", message: "这条常用语已经有了" });
    expect(textsIn((await getCase(author, applicationId)).phrases)).toEqual(["请按本机构的样式填写", "社保不足三个月，请补充"]);
    expect(textsIn((await getCase(colleague, applicationId)).phrases)).toEqual(["请按本机构的样式填写"]);
    expect((await getCase(await staff(["examiner"]), applicationId)).phrases).toEqual([]);
    await expect(removePhrase(colleague, phraseId)).rejects.toMatchObject({ code: "notFound" });
    await removePhrase(author, phraseId);
    expect(textsIn((await getCase(author, applicationId)).phrases)).toEqual(["请按本机构的样式填写"]);
    const audited = await db().auditEntry.findMany({ where: { subjectId: phraseId }, orderBy: { at: "asc" }, select: { action: true } });
    expect(audited.map(({ action }) => action)).toEqual(["phrase.save", "phrase.remove"]);
  });

  it("L-6-04 机构的由系统管理员或签发岗管，本人的由受理岗存；别的机构的答没有找到", async () => {
    const [intake, administrator, stranger] = [await staff(["intake"]), await staff(["administrator"]), await staff(["signer"], "外", "NCEB")];
    await expect(savePhrase(intake, { scope: "office", text: "一" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(savePhrase(administrator, { scope: "own", text: "一" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(savePhrase(await enterprise(), { scope: "own", text: "一" })).rejects.toMatchObject({ code: "forbidden" });
    const { phraseId } = await savePhrase(administrator, { scope: "office", text: "由系统管理员存的" });
    expect(textsIn(await listOfficePhrases(administrator))).toContain("由系统管理员存的");
    expect(textsIn(await listOfficePhrases(stranger))).not.toContain("由系统管理员存的");
    await expect(listOfficePhrases(intake)).rejects.toMatchObject({ code: "forbidden" });
    await expect(removePhrase(stranger, phraseId)).rejects.toMatchObject({ code: "notFound" });
    await expect(removePhrase(intake, phraseId)).rejects.toMatchObject({ code: "forbidden" });
    await expect(removePhrase(administrator, randomUUID())).rejects.toMatchObject({ code: "notFound" });
    await removePhrase(administrator, phraseId);
    expect(textsIn(await listOfficePhrases(administrator))).not.toContain("由系统管理员存的");
  });

  it("L-6-04 存满五十条的请先删", async () => {
    const author = await staff(["intake"]);
    await db().remarkPhrase.createMany({ data: Array.from({ length: 50 }, (_, n) => ({ scope: "own", officeCode: author.officeCode, accountId: author.accountId, text: `第 ${n} 条` })) });
    await expect(savePhrase(author, { scope: "own", text: "再来一条" })).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("至多存 50 条") });
  });
});
