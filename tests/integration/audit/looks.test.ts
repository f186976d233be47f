import { beforeAll, describe, expect, it } from "vitest";
import { Refusal } from "@/lib/access/refusal";
import { checkMobile, checkResidentId } from "@/lib/forms/identifiers";
import { ownDataFolder } from "../attachments/fixtures";
import { freshDatabase } from "../database";
import type { World } from "../security/world";

await freshDatabase();
ownDataFolder("looks");
const { buildWorld, personNamed } = await import("../security/world");
const { expectations } = await import("../security/expectations");
const { db } = await import("@/lib/data/client");

/** 内网的人能看到完整号码、或带走成批个人信息的全部服务，与每看一次留下的审计。 */
const looks: Readonly<Record<string, string>> = {
  "review/reveal-number#revealNumber": "number.reveal",
  "outbox/read-outbox#readOutboxMessage": "outbox.read",
  "attachments/open-attachment#openAttachment": "attachment.open",
  "applications/submitted-round#printRound": "submission.print",
  "applications/submitted-round#packRound": "submission.download",
  "documents/open-document#openDocument": "document.open",
  "documents/open-document#printDeliveryReceipt": "document.receipt",
  "sheets/export-rows#exportRows": "sheet.export",
  "evaluation/bad-ratings/look-up-phone#lookUpPhone": "badRating.phone",
  "audit/export-audit#exportAudit": "audit.export",
};

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});

/** 出处的网址里也有一长串数字，不是号码。 */
const withoutAddresses = (text: string): string => text.replace(/https?:\/\/[^\s"\\]+/g, "");

const numbersIn = (said: string): string[] => numbersOf(withoutAddresses(said));

const numbersOf = (text: string): string[] => [
  ...(text.match(/(?<![0-9A-Za-z])\d{17}[\dX](?![0-9A-Za-z])/g) ?? []).filter((found) => !checkResidentId(found)),
  ...(text.match(/(?<![0-9A-Za-z-])1\d{10}(?![0-9A-Za-z-])/g) ?? []).filter((found) => !checkMobile(found)),
];

/** 人人可用的（填自己的号码评价、找回密码）不算：答的是本人刚填的。 */
const staffed = Object.entries(expectations).filter(([, { open }]) => open.staff?.length && !open.public);

/** 答了什么；被拒的没有答。 */
async function said(run: () => Promise<unknown>): Promise<string | undefined> {
  try {
    return JSON.stringify(await run()) ?? "";
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

describe("查看个人信息（内网）", () => {
  it("所列的服务都还在", () => expect(Object.keys(looks).filter((name) => !Object.hasOwn(expectations, name))).toEqual([]));

  it.each(staffed)("%s：给出完整号码的，看一次留一条；其余一个完整号码也不给", async (name, { open, record, call }) => {
    const leaked: string[] = [];
    for (const role of open.staff ?? []) {
      const { actor } = personNamed(world, `own:${role}`);
      const id = (await record?.(world)) ?? "";
      const before = await db().auditEntry.count({ where: { action: looks[name] ?? "", actorId: "accountId" in actor ? actor.accountId : null } });
      const answer = await said(() => call(actor, id, world));
      const noted = (await db().auditEntry.count({ where: { action: looks[name] ?? "", actorId: "accountId" in actor ? actor.accountId : null } })) - before;
      if (!Object.hasOwn(looks, name)) leaked.push(...numbersIn(answer ?? ""));
      else if (answer !== undefined && noted !== 1) leaked.push(`${role}: ${noted} entries`);
    }
    expect(leaked).toEqual([]);
  });

  it("看完整号码、看短信、下载申请、导出表真的办成过，留下的审计写着是谁、从哪里", async () => {
    const actions = new Set((await db().auditEntry.findMany({ where: { audience: "staff" }, select: { action: true }, distinct: ["action"] })).map(({ action }) => action));
    for (const action of ["number.reveal", "outbox.read", "attachment.open", "submission.print", "sheet.export", "audit.export"]) expect([...actions]).toContain(action);
    expect(await db().auditEntry.count({ where: { action: { in: Object.values(looks) }, actorId: null } })).toBe(0);
  });
});
