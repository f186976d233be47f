import { type Db, db, transaction } from "@/lib/data/client";
import { encryptPhone, hashPhone } from "@/lib/integrations/vault/phone-vault";
import { offices } from "@/lib/licensing/offices";
import { hashPassword } from "@/lib/services/accounts/password-hash";
import { today } from "@/lib/services/platform/clock";
import { addDays } from "@/lib/workflow/iso-date";
import seeded from "./accounts.json";
import { insertBadRatings } from "./bad-ratings";
import { demoEnterprises, insertEnterprises, insertInstitutions, insertStaff } from "./enterprises";
import { insertEvaluationCodes } from "./evaluation-codes";
import { fileKeeper } from "./keep-attachments";
import { insertStories, type StoryWorld } from "./insert-stories";
import { insertNotices } from "./notices";
import { storiesFor } from "./stories";
import { insertVisitRatings } from "./visit-ratings";

/** 载入演示数据的记号；有它就不再载入。 */
const MARK = "demo";

async function load(tx: Db, keepFile: StoryWorld["keepFile"]): Promise<void> {
  const on = await today(tx);
  const registered = new Date(`${addDays(on, -2400)}T10:00:00+08:00`);
  const passwordHash = await hashPassword(seeded.password);
  await tx.office.createMany({
    data: offices.map(({ code, name, regionDigit, officeDigit }) => ({ code, name, regionDigit, officeDigit })),
    skipDuplicates: true,
  });
  const staff = await insertStaff(tx, passwordHash, registered);
  const enterprises = await insertEnterprises(tx, demoEnterprises, passwordHash, registered);
  await insertInstitutions(tx, registered);
  await insertNotices(tx);
  const sealPhone: StoryWorld["sealPhone"] = (phone) => ({ phoneHash: hashPhone(phone), phoneEncrypted: encryptPhone(phone) });
  await insertStories(tx, storiesFor(on), { enterprises, staff, keepFile, sealPhone });
  await insertVisitRatings(tx, on, sealPhone);
  await insertBadRatings(tx, on, { staff, sealPhone });
  await insertEvaluationCodes(tx, on, { staff });
}

/** 载入演示数据，一次；第二次什么也不做。 */
export async function loadDemonstration(): Promise<void> {
  if (await db().setting.findUnique({ where: { key: MARK } })) return;
  const keepFile = await fileKeeper();
  await transaction(async (tx) => {
    await tx.setting.create({ data: { key: MARK, value: true } });
    await load(tx, keepFile);
  }, 120_000);
}
