import { randomUUID } from "node:crypto";
import { db, pool } from "@/lib/data/client";
import { FIVE_DAYS_SECONDS } from "@/lib/evaluation/phone";
import { signCode } from "@/lib/integrations/vault/code-token";
import { issueForm } from "@/lib/integrations/vault/form-token";
import { hashPhone } from "@/lib/integrations/vault/phone-vault";
import { rate } from "@/lib/services/evaluation/rate";
import { submitRating } from "@/lib/services/evaluation/submit-rating";
import { actorOf, readyToSubmit } from "./cases";
import { type Fault, inLanes, tally } from "./fault";

type Owner = ReturnType<typeof actorOf>;

let serial = 0;

async function finishedCase(owner: Owner): Promise<string> {
  const id = randomUUID();
  serial += 1;
  await db().case.create({ data: { id, number: `FAULT-${serial}`, kind: "licensing", officeCode: "NEEB", enterpriseId: owner.enterpriseId, state: "granted", createdById: owner.accountId, finishedAt: new Date() } });
  return id;
}

async function code(owner: Owner, caseId?: string): Promise<string> {
  const { id } = await db().evaluationCode.create({ data: { kind: caseId ? "matter" : "visit", officeCode: "NEEB", createdById: owner.accountId, expiresAt: new Date(Date.now() + 86_400_000), ...(caseId ? { caseId } : { servicePoint: "一号窗口" }) } });
  return id;
}

const visitor = { kind: "public", address: "10.0.0.1" } as const;
const byCode = async (codeId: string, phone: string): Promise<string> => (await submitRating(visitor, { place: { codeId }, key: `code:${randomUUID()}`, rating: { level: "5", options: [], phone, text: "", name: "" } })).kind;
const byTodo = (owner: Owner, caseId: string, phone: string): Promise<string> => rate(owner, { caseId, idempotencyKey: randomUUID(), rating: { level: 5, phone } }).then(() => "accepted", () => "refused");

/** T14: one rating per phone in five days, over the three ways in. */
export const oncePerPhone: Fault = {
  id: "T14", what: "同一手机号同时从三条路评价", target: "每个号码恰好一次，0 个重复",
  async run(scale) {
    const { enterprise } = await readyToSubmit();
    const [owner, parallel] = [actorOf(enterprise), scale.of(20, 50)];
    const phones = Array.from({ length: scale.of(8, 200) }, (_, n) => `137${String(n).padStart(8, "0")}`);
    const visit = await code(owner);
    let wrong = 0;
    await inLanes(4, phones, async (phone) => {
      const attempts = await Promise.all(
        Array.from({ length: parallel }, async (_, n) => {
          if (n % 3 === 0) return () => byCode(visit, phone);
          const caseId = await finishedCase(owner);
          if (n % 3 === 1) return () => byTodo(owner, caseId, phone);
          const matter = await code(owner, caseId);
          return () => byCode(matter, phone);
        }),
      );
      const kinds = await Promise.all(attempts.map((attempt) => attempt()));
      if (tally(kinds).accepted !== 1) wrong += 1;
    });
    const { rows: [found] } = await pool().query<{ duplicates: number }>(`SELECT count(*)::int AS duplicates FROM (SELECT 1 FROM "Evaluation" GROUP BY "phoneHash" HAVING count(*) > 1) d`);
    const duplicates = found?.duplicates ?? -1;
    return { figure: `${phones.length} 个号码、各 ${parallel} 次，重复 ${duplicates}，不是恰好一次的 ${wrong}`, pass: duplicates === 0 && wrong === 0, detail: { phones: phones.length, parallel, duplicates, wrong } };
  },
};

/** T15: the end of the five days, in the database's time. */
export const fiveDays: Fault = {
  id: "T15", what: "五天的边界，按数据库时间", target: "431 999 秒拒绝，432 000 秒接受",
  async run() {
    const { enterprise } = await readyToSubmit();
    const visit = await code(actorOf(enterprise));
    const answerAfter = async (phone: string, seconds: number): Promise<string> => {
      await byCode(visit, phone);
      await pool().query(`UPDATE "EvaluationSlot" SET "until" = clock_timestamp() + make_interval(secs => $2) WHERE "phoneHash" = $1`, [hashPhone(phone), FIVE_DAYS_SECONDS - seconds]);
      return byCode(visit, phone);
    };
    const [early, exact] = [await answerAfter("13600000001", 431_999), await answerAfter("13600000002", 432_000)];
    return { figure: `431 999 秒：${early}；432 000 秒：${exact}`, pass: early === "phoneTaken" && exact === "accepted", detail: { early, exact } };
  },
};

/** A code that may be opened, and a sheet of it that has lain open for a while. */
export async function openSheet(owner: Owner): Promise<{ token: string; form: string }> {
  const id = await code(owner);
  return { token: signCode({ id, expiresAt: new Date(Date.now() + 86_400_000) }), form: issueForm(id, new Date(Date.now() - 30_000)) };
}
