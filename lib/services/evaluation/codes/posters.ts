import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise, requireStaff } from "@/lib/access/can";
import { notFound, Refusal } from "@/lib/access/refusal";
import { db } from "@/lib/data/client";
import { listBatch } from "@/lib/data/evaluation-codes";
import { ratingAddress } from "@/lib/evaluation/codes";
import { posterFace, posterFileName } from "@/lib/evaluation/poster";
import { postersPdf } from "@/lib/integrations/pdf/evaluation-poster";
import { signCode } from "@/lib/integrations/vault/code-token";
import { getOffice } from "@/lib/licensing/offices";
import { now } from "@/lib/services/platform/clock";
import { atMost } from "@/lib/services/platform/at-most";
import { publicAddress } from "@/lib/services/platform/public-address";
import { evaluationCodeStates } from "@/lib/terms/evaluation";
import { businessWord } from "../open-rating";
import { getOwnCode } from "./own-code";

/** 排字要占处理器：一份一份地画，别的请求插得进来。 */
const drawing = atMost(1, 20);

const urlOf = (code: { id: string; expiresAt: Date }): string => publicAddress(ratingAddress(signCode(code)));

/**
 * 一个码的 A5 海报；印几次都是同一个码。
 * @throws Refusal conflict 已经不能用的不再印
 */
export async function printPoster(actor: Actor, codeId: string): Promise<{ name: string; bytes: Buffer }> {
  const code = await getOwnCode(actor, codeId);
  if (code.state !== "valid") throw new Refusal("conflict", `这个二维码${evaluationCodeStates[code.state]}，不能再印`);
  const matter = code.case ? { number: code.case.number, business: businessWord(code.case.business ?? undefined) } : undefined;
  const face = posterFace({ ...code, url: urlOf(code), ...(matter ? { matter } : {}) });
  return { name: posterFileName(matter?.number ?? code.servicePoint ?? "", "pdf"), bytes: await drawing(() => postersPdf([face])) };
}

/** 一批海报，一页一个服务点；已撤销、已过期的不印。 */
export async function printBatch(actor: Actor, batchId: string): Promise<{ name: string; bytes: Buffer }> {
  const { officeCode } = requireStaff(actor);
  authorise(actor, "evaluation.codes", { officeCode });
  const [known, at] = [z.uuid().safeParse(batchId).data, await now()];
  const found = known ? await listBatch(db(), officeCode, known) : [];
  const codes = found.filter(({ revokedAt, expiresAt }) => revokedAt === null && expiresAt > at);
  if (codes.length === 0) throw notFound("这一批二维码");
  const officeName = getOffice(officeCode).name;
  const faces = codes.map((code) => posterFace({ ...code, officeName, url: urlOf(code) }));
  return { name: posterFileName(`${codes.length}个服务点`, "pdf"), bytes: await drawing(() => postersPdf(faces)) };
}
