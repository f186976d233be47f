import { describe, expect, it } from "vitest";
import { issuePeriod } from "@/lib/licensing/licence/validity";
import { parseLicenceNumber } from "@/lib/licensing/licence/number";
import { freshDatabase } from "../database";
import { today } from "../../builders/today";

await freshDatabase();
const { act, advance, staff, stateOf, submittedCase, team } = await import("../review/cases");
const { office } = await import("../applications/fixtures");
const { db, transaction } = await import("@/lib/data/client");
const { takeLicenceNumber } = await import("@/lib/services/licences/effects/issue-licence");
const { findPublicLicence } = await import("@/lib/services/licences/find-public-licence");
const { getLicence, listLicences } = await import("@/lib/services/licences/list-licences");


describe("许可证编号", () => {
  it("L-6-05 六十四路并发取号、一半回滚：没有重号", async () => {
    await office();
    const digits = { regionDigit: 2, officeDigit: 1 };
    const taken = await Promise.allSettled(
      Array.from({ length: 64 }, (_, n) =>
        transaction(async (tx) => {
          const number = await takeLicenceNumber(tx, "NEEB", digits, "2026-11-22");
          if (n % 2 === 1) throw new Error("rolled back");
          return number;
        }),
      ),
    );
    const numbers = taken.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
    expect(numbers).toHaveLength(32);
    expect(new Set(numbers).size).toBe(32);
    expect(numbers.every((number) => parseLicenceNumber(number)?.year === 2026)).toBe(true);
  }, 60_000);

  it("L-6-05 各派出机构各有自己的序号", async () => {
    const number = await transaction((tx) => takeLicenceNumber(tx, "NCEB", { regionDigit: 1, officeDigit: 1 }, "2026-11-22"));
    expect(number).toBe("1-1-00001-2026");
  });
});

describe("发证", () => {
  it("L-6-05 准予许可：有效期六年，第一版证面与申请一致，人员在册，电工占用转为在册", async () => {
    const doers = await team();
    const { applicant, applicationId } = await submittedCase({ technicians: 6, workers: 7 });
    await advance(applicationId, doers, "granted");
    const [row] = (await listLicences(applicant)).rows;
    const licence = await getLicence(applicant, row?.id ?? "");
    expect(licence.current).toMatchObject({ version: 1, ruleSetId: "NDRC-36-2020", issuedOn: today(), ...issuePeriod(today(), 6), legalRep: "赵建国", domicile: "沈阳市和平区南京北街1号" });
    expect(licence.current.items.map((item) => [item.word, item.range])).toEqual([["承装五级", "10千伏及以下"], ["承试五级", "10千伏及以下"]]);
    expect(licence.cases).toEqual([expect.objectContaining({ id: applicationId, stateWord: "准予许可" })]);
    const engaged = await db().engagement.groupBy({ by: ["kind"], where: { enterpriseId: applicant.enterpriseId, toOn: null }, _count: true });
    expect(Object.fromEntries(engaged.map((group) => [group.kind, group._count]))).toEqual({ technicalLead: 1, safetyLead: 1, technician: 6, skilledWorker: 7 });
    const claims = await db().electricianClaim.findMany({ where: { enterpriseId: applicant.enterpriseId } });
    expect(claims).toHaveLength(7);
    expect(claims.every((claim) => claim.caseId === null)).toBe(true);
  });

  it("L-6-05 同一人不能在两家企业在册：签发被拒并指出姓名，什么也没有发生", async () => {
    const doers = await team();
    const [first, second] = [await submittedCase({ firstPerson: 900_000 }), await submittedCase({ firstPerson: 910_000 })];
    await advance(first.applicationId, doers, "granted");
    await advance(second.applicationId, doers, "awaitingSignature");
    // 第二家提交之后，它的技术负责人到第一家在册
    const submission = await db().submission.findFirstOrThrow({ where: { applicationId: second.applicationId } });
    const lead = (submission.snapshot as { answers: Record<string, { idNo: string; name: string }> }).answers["technical-lead"];
    await db().person.create({ data: { idNumber: lead?.idNo ?? "", name: lead?.name ?? "" } });
    await db().engagement.create({ data: { idNumber: lead?.idNo ?? "", enterpriseId: first.applicant.enterpriseId, kind: "technician", caseId: first.applicationId, detail: {}, fromOn: today() } });
    await expect(act(doers.signer, second.applicationId, "grant")).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining(`${lead?.name}已在其他企业任职`) });
    expect(await stateOf(second.applicationId)).toBe("awaitingSignature");
    expect((await listLicences(second.applicant)).rows).toEqual([]);
    expect(await db().engagement.count({ where: { enterpriseId: second.applicant.enterpriseId } })).toBe(0);
  });

  it("L-6-05 一家企业只有一件有效许可证；旧证届满的，随新证注销", async () => {
    const doers = await team();
    const { applicant, applicationId } = await submittedCase();
    await advance(applicationId, doers, "awaitingSignature");
    const old = await db().licence.create({
      data: {
        number: "2-1-88888-2020", enterpriseId: applicant.enterpriseId, officeCode: "NEEB", firstIssuedOn: "2020-01-01",
        versions: { create: { version: 1, reason: "首次发证", ruleSetId: "NDRC-36-2020", items: [], scopeText: "承装五级", holderName: "x", uscc: "x", domicile: "x", legalRep: "x", issuedOn: "2020-01-01", validFrom: "2020-01-01", validTo: "2030-01-01", officeName: "x" } },
      },
    });
    await expect(act(doers.signer, applicationId, "grant")).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("2-1-88888-2020") });
    await db().licenceVersion.updateMany({ where: { licenceId: old.id }, data: { validTo: "2025-12-31" } });
    const { licenceNumber } = await act(doers.signer, applicationId, "grant");
    expect(await findPublicLicence("2-1-88888-2020")).toMatchObject({ state: "deregistered" });
    expect(await findPublicLicence(licenceNumber ?? "")).toMatchObject({ state: "valid" });
  });

  it("L-6-05 两名签发人同时签：只发一件证", async () => {
    const doers = await team();
    const other = await staff(["signer"], "钱签");
    const { applicationId, applicant } = await submittedCase();
    await advance(applicationId, doers, "awaitingSignature");
    const outcomes = await Promise.allSettled([act(doers.signer, applicationId, "grant"), act(other, applicationId, "grant")]);
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
    expect(await db().licence.count({ where: { enterpriseId: applicant.enterpriseId } })).toBe(1);
  });
});

describe("查验", () => {
  const versionOf = (validFrom: string, validTo: string) => ({
    version: 1, reason: "首次发证", ruleSetId: "NDRC-36-2020", items: [{ category: "installation", level: "4" }], scopeText: "承装四级", holderName: "查验电力有限公司",
    uscc: "91210102XVERIFY01X", domicile: "沈阳市", legalRep: "王丽", issuedOn: validFrom, validFrom, validTo, officeName: "国家能源局东北监管局",
  });

  it("L-6-05 九种答复分得清：有效、整改中、已过期、已注销、已撤销、已撤回、已吊销、查无此证、延续审查中", async () => {
    await office();
    const cases = [
      ["valid", false, "2029-01-01", "valid", "good"],
      ["valid", true, "2029-01-01", "rectification", "warn"],
      ["valid", false, "2026-11-21", "expired", "bad"],
      ["cancelled", false, "2029-01-01", "deregistered", "bad"],
      ["revoked", false, "2029-01-01", "revoked", "bad"],
      ["retracted", false, "2029-01-01", "retracted", "bad"],
      ["withdrawn", false, "2029-01-01", "withdrawnAsPenalty", "bad"],
    ] as const;
    for (const [index, [stored, underRectification, validTo, state, tone]] of cases.entries()) {
      const holder = await db().enterprise.create({ data: { name: `查验${index}`, uscc: `VERIFY${String(index).padStart(12, "0")}`, officeCode: "NEEB", particulars: {} } });
      const number = `2-1-7000${index}-2023`;
      await db().licence.create({ data: { number, enterpriseId: holder.id, officeCode: "NEEB", state: stored, underRectification, firstIssuedOn: "2023-01-02", versions: { create: versionOf("2023-01-02", validTo) } } });
      expect(await findPublicLicence(` ${number.replaceAll("-", "－")} `)).toMatchObject({ number, state, tone, version: { holderName: "查验电力有限公司" } });
      expect(await findPublicLicence(holder.uscc.toLowerCase())).toMatchObject({ number });
    }
    const absent = await findPublicLicence("9-9-99999-1999");
    expect(absent).toMatchObject({ state: "notFound", stateWord: "查无此证" });
    expect(absent.version).toBeUndefined();
    expect(await findPublicLicence("x".repeat(5000))).toMatchObject({ state: "notFound" });

    const renewing = await db().licence.findFirstOrThrow({ where: { number: "2-1-70002-2023" } });
    await db().case.create({
      data: {
        number: "DB-RENEW-1", kind: "application", officeCode: "NEEB", enterpriseId: renewing.enterpriseId, createdById: renewing.id, state: "underReview", submittedAt: new Date("2026-09-01T08:00:00+08:00"),
        application: { create: { business: "renewal", definitionVersion: 1, procedure: "standard", licenceId: renewing.id } },
      },
    });
    expect(await findPublicLicence(renewing.number)).toMatchObject({ state: "renewalPending", tone: "warn" });
  });

  it("L-6-01 别的机构、别的企业看不到许可证的登记", async () => {
    const doers = await team();
    const { applicant, applicationId } = await submittedCase();
    await advance(applicationId, doers, "granted");
    const id = (await listLicences(applicant)).rows[0]?.id ?? "";
    const [own, foreign, stranger] = [await staff(["auditor"]), await staff(["intake"], "外", "NCEB"), (await submittedCase()).applicant];
    expect((await listLicences(own)).rows.map((row) => row.id)).toContain(id);
    expect((await listLicences(foreign)).rows.map((row) => row.id)).not.toContain(id);
    expect((await listLicences(own, { q: "不存在的企业" })).rows).toEqual([]);
    for (const outsider of [foreign, stranger]) await expect(getLicence(outsider, id)).rejects.toMatchObject({ code: "notFound" });
    await expect(getLicence(own, "not-a-uuid")).rejects.toMatchObject({ code: "notFound" });
    await expect(listLicences({ kind: "public", address: "::1" })).rejects.toMatchObject({ code: "unauthenticated" });
  });
});
