import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise } from "@/lib/access/can";
import { notFound } from "@/lib/access/refusal";
import { type Db, db } from "@/lib/data/client";
import { type FoundCode, findCode } from "@/lib/data/evaluation-codes";

/**
 * 本机构的一个码；地址里的标识不可信。
 * @throws Refusal notFound 没有、不像标识、属于别的机构，三者答同一句
 */
export async function getOwnCode(actor: Actor, id: string, tx: Db = db()): Promise<FoundCode> {
  authorise(actor, "evaluation.codes");
  const known = z.uuid().safeParse(id).data;
  const found = known ? await findCode(tx, known) : undefined;
  if (!found) throw notFound("这个二维码");
  authorise(actor, "evaluation.codes", { officeCode: found.officeCode }, "这个二维码");
  return found;
}
