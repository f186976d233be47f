import { spawnSync } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { root } from "@/tests/architecture/source-file";
import { freshDatabase } from "../database";

const address = await freshDatabase();
const { db, sql } = await import("@/lib/data/client");
const { POST } = await import("@/app/api/ratings/[token]/route");
const { decryptPhone } = await import("@/lib/integrations/vault/phone-vault");
const { newSecret, openSecret, sealSecret } = await import("@/lib/integrations/vault/second-factor");
const { openExchangeSecret, sealExchangeSecret } = await import("@/lib/integrations/vault/exchange-secret");
const { systemActor } = await import("@/lib/services/jobs/system-actor");
const { rotateKeys } = await import("@/lib/services/operations/rotate-keys");
const { code, context, insertOfficeAndEnterprise, phoneOf, posted, sheet } = await import("../evaluation/ratable");

const newKey = (): string => randomBytes(32).toString("base64");
const [first, second, third] = [newKey(), newKey(), newKey()];
const keys = (current: string, former = "", phoneHash = first): void => {
  for (const [name, value] of Object.entries({ DATA_KEY: current, DATA_KEY_FORMER: former, PHONE_HASH_KEY: phoneHash })) vi.stubEnv(name, value);
};

const PHONES = 7;
const secret = newSecret();
let visit: Awaited<ReturnType<typeof code>>;
let accountId = "";

let client = 0;
async function rateFrom(phone: string): Promise<number> {
  client += 1;
  return (await POST(posted({ level: "5", phone, form: sheet(visit) }, { "x-client-address": `10.1.0.${client}` }), context(visit.token))).status;
}

const stamps = async () => (await db().evaluation.findMany({ orderBy: { id: "asc" }, select: { id: true, changedBy: true } })).map(({ id, changedBy }) => `${id} ${changedBy}`);
const audited = () => db().auditEntry.findMany({ where: { action: "keys.rotate" }, orderBy: { at: "asc" }, select: { detail: true, audience: true } });
const openAll = async () => {
  const [ratings, factor, other] = await Promise.all([db().evaluation.findMany(), db().secondFactor.findUniqueOrThrow({ where: { accountId } }), db().exchangeClient.findFirstOrThrow()]);
  return { phones: ratings.map(({ phoneEncrypted }) => decryptPhone(phoneEncrypted)).toSorted(), secret: openSecret(factor.sealedSecret, accountId).equals(secret), exchange: openExchangeSecret(other.secretEncrypted) };
};
const everything = { phones: Array.from({ length: PHONES }, (_, n) => phoneOf(n)), secret: true, exchange: "shared" };

beforeAll(async () => {
  keys(first, "", "");
  await insertOfficeAndEnterprise();
  visit = await code();
  for (let n = 0; n < PHONES; n += 1) if ((await rateFrom(phoneOf(n))) !== 200) throw new Error(`phone ${n} could not rate`);
  accountId = (await db().account.create({ data: { login: "rotating", audience: "staff", displayName: "王工", passwordHash: "-", roles: ["intake"], officeCode: "NEEB" } })).id;
  await db().secondFactor.create({ data: { accountId, sealedSecret: sealSecret(secret, accountId) } });
  await db().exchangeClient.create({ data: { name: "省平台", keyId: "k", secretEncrypted: sealExchangeSecret("shared"), createdById: randomUUID() } });
});

describe("换 DATA_KEY（ADR 0030）", () => {
  it("中断了接着做：换过的不再动，每批一条审计；评价不当作有变动；以后不再要以前的密钥", async () => {
    keys(second, first);
    const before = await stamps();
    const marks = await db().evaluationMark.count();
    const last = (await db().evaluation.findFirstOrThrow({ orderBy: { id: "desc" } })).id;
    await sql().query(`ALTER TABLE "Evaluation" ADD CONSTRAINT "stop_here" CHECK ("id" <> '${last}') NOT VALID`);
    await expect(rotateKeys(systemActor, 3)).rejects.toThrow("stop_here");
    await sql().query(`ALTER TABLE "Evaluation" DROP CONSTRAINT "stop_here"`);
    expect((await audited()).map(({ detail }) => detail)).toEqual([{ kind: "phone", rows: 3 }, { kind: "phone", rows: 3 }]);
    expect((await openAll()).phones).toEqual(everything.phones);
    const done = await rotateKeys(systemActor, 3);
    expect(done.kinds).toEqual({ phone: { seen: 7, changed: 1, unreadable: 0 }, secondFactor: { seen: 1, changed: 1, unreadable: 0 }, exchange: { seen: 1, changed: 1, unreadable: 0 } });
    expect(done.left.codesUntil).toBeInstanceOf(Date);
    expect(await audited()).toHaveLength(5);
    expect(await stamps()).toEqual(before);
    expect(await db().evaluationMark.count()).toBe(marks);
    keys(second);
    expect(await openAll()).toEqual(everything);
    expect((await rotateKeys(systemActor)).kinds.phone).toEqual({ seen: 7, changed: 0, unreadable: 0 });
    expect(await audited()).toHaveLength(5);
  });

  it("L-5.1.2-03 五天一次不因换密钥而断：换之前、换的时候、去掉以前的之后都不收第二次", async () => {
    keys(second, first);
    expect(await rateFrom(phoneOf(0))).not.toBe(200);
    keys(second);
    expect(await rateFrom(phoneOf(1))).not.toBe(200);
    expect(await db().evaluation.count()).toBe(PHONES);
  });

  it("连散列的密钥也换：占着的五天跟着换，到期的时刻不变，第二次仍不收", async () => {
    const until = async () => (await db().evaluationSlot.findMany({ orderBy: { until: "asc" } })).map((slot) => slot.until.getTime());
    const before = await until();
    keys(third, second, third);
    expect((await rotateKeys(systemActor, 2)).kinds.phone).toEqual({ seen: 7, changed: 7, unreadable: 0 });
    expect(await until()).toEqual(before);
    keys(third, "", third);
    for (let n = 0; n < PHONES; n += 1) expect(await rateFrom(phoneOf(n))).not.toBe(200);
    expect(await rateFrom(phoneOf(PHONES))).toBe(200);
  });

  it("哪一把都打不开的数得出，命令以 1 结束；给了它的密钥就换得成", async () => {
    keys(second, "", third);
    expect((await rotateKeys(systemActor)).kinds).toMatchObject({ phone: { seen: 8, changed: 0, unreadable: 8 }, exchange: { unreadable: 1 } });
    const run = (former: string) => spawnSync(process.execPath, ["scripts/rotate-keys.mjs"], { cwd: root, encoding: "utf8", env: { ...process.env, DATABASE_URL: address, NODE_OPTIONS: "", DATA_KEY: second, DATA_KEY_FORMER: former, PHONE_HASH_KEY: third } });
    const lost = run(first);
    expect([lost.status, lost.stdout]).toEqual([1, expect.stringContaining("共 8，换了 0，打不开 8")]);
    const found = run(third);
    expect([found.status, found.stdout]).toEqual([0, expect.stringContaining("共 8，换了 8，打不开 0")]);
    keys(second, "", third);
    expect((await openAll()).exchange).toBe("shared");
  });
});
