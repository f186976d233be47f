import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { db } from "@/lib/data/client";
import { listRatingsOfCode as listRecords } from "@/lib/data/evaluation-code-lists";
import { countRatingsOfCode } from "@/lib/data/evaluation-codes";
import type { RatingRow } from "@/lib/evaluation/views";
import { ratingRow } from "../rating-row";
import { getOwnCode } from "./own-code";

const PAGE = 20;

/** 经一个码收到的评价，遮盖过；只给本机构。 */
export async function listRatingsOfCode(actor: Actor, codeId: string, from?: string): Promise<{ rows: RatingRow[]; total: number; next?: string }> {
  const code = await getOwnCode(actor, codeId);
  const after = z.uuid().safeParse(from).data;
  const found = await listRecords(db(), code.id, { take: PAGE + 1, ...(after ? { after } : {}) });
  const rows = found.slice(0, PAGE).map(ratingRow);
  const next = found.length > PAGE ? rows.at(-1)?.id : undefined;
  return { rows, total: await countRatingsOfCode(db(), code.id), ...(next ? { next } : {}) };
}
