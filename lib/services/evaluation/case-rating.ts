import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise, requireStaff } from "@/lib/access/can";
import { notFound } from "@/lib/access/refusal";
import { db } from "@/lib/data/client";
import { findCaseWithRating } from "@/lib/data/evaluation-code-lists";
import type { RatingRow } from "@/lib/evaluation/views";
import { ratingRow } from "./rating-row";

/** 办案的人在案件页看到的评价，遮盖过；没有评价的为 undefined。 */
export async function findCaseRating(actor: Actor, caseId: string): Promise<RatingRow | undefined> {
  requireStaff(actor);
  const id = z.uuid().safeParse(caseId).data;
  const found = id ? await findCaseWithRating(db(), id) : undefined;
  authorise(actor, "application.read");
  if (!found) throw notFound("这件申请");
  authorise(actor, "application.read", { officeCode: found.officeCode }, "这件申请");
  return found.evaluation ? ratingRow(found.evaluation) : undefined;
}
