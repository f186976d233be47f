import { randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import { db, pool, transaction } from "@/lib/data/client";
import { signCode } from "@/lib/integrations/vault/code-token";
import { issueForm } from "@/lib/integrations/vault/form-token";
import { call } from "./client";
import { compare, comparedResult, type Result, round } from "./measure";
import { nextFloor } from "./next-floor";
import { ensureOffices } from "./offices";

/** Enough that no code and no address reaches its limit; each code is scanned by many, as at a counter. */
const CODES = 400;
const ADDRESSES = 20_000;
const PAGE_LIMIT = 3;
const conditions = "16 个并发";

interface Code {
  id: string;
  token: string;
}

/** P1 and P2: handing in and opening the phone's rating page, beside bare Next routes of the same server. */
export async function benchRatings(dataFolder: string): Promise<Result[]> {
  const codes = await prepareCodes();
  const server = await nextFloor(dataFolder).start();
  try {
    return [await benchSubmitting(server.origin, codes), await benchOpening(server.origin, codes)];
  } finally {
    await server.stop();
  }
}

async function prepareCodes(): Promise<Code[]> {
  const expiresAt = new Date(Date.now() + 30 * 86_400_000);
  const codes = Array.from({ length: CODES }, () => randomUUID());
  await ensureOffices();
  await transaction(async (tx) => {
    await tx.evaluationCode.createMany({ data: codes.map((id, n) => ({ id, kind: "visit", officeCode: "NEEB", servicePoint: `受理窗口 ${n} 号`, createdById: randomUUID(), expiresAt })) });
  });
  return codes.map((id) => ({ id, token: signCode({ id, expiresAt }) }));
}

/** Every request is another phone, another address and the next code. */
function submitter(origin: string, codes: readonly Code[]) {
  const counts = { floor: 0, service: 0 };
  return {
    counts,
    send: (route: "floor" | "service") => async (): Promise<void> => {
      const n = counts[route]++;
      const code = codes[n % codes.length];
      const body = new URLSearchParams({ level: "5", o: "510", phone: `139${String(n).padStart(8, "0")}`, form: issueForm(code?.id ?? "", new Date(Date.now() - 60_000)) }).toString();
      const address = `10.${n % ADDRESSES}`;
      await call(`${origin}/rating/${route === "floor" ? `floor/store/${code?.id}` : code?.token}`, body, undefined, { "content-type": "application/x-www-form-urlencoded", "x-client-address": address });
    },
  };
}

async function benchSubmitting(origin: string, codes: readonly Code[]): Promise<Result> {
  const { send, counts } = submitter(origin, codes);
  const measured = await compare({ floor: send("floor"), service: send("service") });
  const { rows: [stored] } = await pool().query<{ ratings: number; duplicates: number }>(`SELECT count(*)::int AS ratings, (count(*) - count(DISTINCT "phoneHash"))::int AS duplicates FROM "Evaluation" WHERE "phoneHash" NOT LIKE 'floor %'`);
  const exact = stored?.duplicates === 0 && stored.ratings === counts.service && (await db().auditEntry.count({ where: { action: "evaluation.rate" } })) === counts.service;
  const result = comparedResult("P1", `手机提交评价（${conditions}）`, 0.9, "裸 Next + pg 一个事务", measured, { ratings: stored?.ratings ?? 0, sent: counts.service, duplicates: stored?.duplicates ?? -1 });
  return { ...result, figure: `${result.figure}；${stored?.duplicates} 个重复`, target: `${result.target}，0 个重复`, pass: result.pass && exact };
}

async function benchOpening(origin: string, codes: readonly Code[]): Promise<Result> {
  const page = await call(`${origin}/rating/${codes[0]?.token}`);
  const kilobytes = round(gzipSync(page).length / 1000, 2);
  const open = (route: string) => async (worker: number): Promise<void> => void (await call(`${origin}/rating/${route === "floor" ? `floor/page/${codes[worker]?.token}` : codes[worker]?.token}`));
  const result = comparedResult("P2", `打开手机评价页（${conditions}）`, 0.9, "裸 Next 返回同样的字", await compare({ floor: open("floor"), service: open("service") }), { kilobytes });
  return { ...result, figure: `${result.figure}；${kilobytes} kB gzip`, target: `${result.target}，≤ ${PAGE_LIMIT} kB`, pass: result.pass && kilobytes <= PAGE_LIMIT };
}
