import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise, requireStaff } from "@/lib/access/can";
import { db } from "@/lib/data/client";
import { countCodes, listCodeRecords } from "@/lib/data/evaluation-code-lists";
import { listAccountNames } from "@/lib/data/review";
import type { CodeList, CodeRow } from "@/lib/evaluation/code-views";
import { codeSerial, codeState } from "@/lib/evaluation/codes";
import { searchText } from "@/lib/forms/plain-text";
import { now } from "@/lib/services/platform/clock";
import { codesOf, isCodeOf } from "@/lib/terms/option-map";
import { type EvaluationCodeKind, type EvaluationCodeState, evaluationCodeStates } from "@/lib/terms/evaluation";
import { businessWord } from "../open-rating";

const PAGE = 20;

export interface CodeQuery {
  kind: EvaluationCodeKind;
  state?: string;
  q?: string;
  /** 上一页给出的 next。 */
  after?: string;
}

/** 一次一评没有「已评价」：反复用。 */
export const statesOfKind = (kind: EvaluationCodeKind): EvaluationCodeState[] => codesOf(evaluationCodeStates).filter((state) => kind === "matter" || state !== "used");

/** 本机构一种码的一页与各状态的个数；地址栏里写的都不可信，认不出的当没写。 */
export async function listCodes(actor: Actor, { kind, state: asked, q, after: from }: CodeQuery): Promise<CodeList> {
  const { officeCode } = requireStaff(actor);
  authorise(actor, "evaluation.codes", { officeCode });
  const [at, text, after, states] = [await now(), searchText(q), z.uuid().safeParse(from).data, statesOfKind(kind)];
  const filter = { officeCode, kind, ...(text ? { q: text } : {}) };
  const state = isCodeOf(evaluationCodeStates, asked) && states.includes(asked) ? asked : undefined;
  const found = await listCodeRecords(db(), filter, { now: at, take: PAGE + 1, ...(state ? { state } : {}), ...(after ? { after } : {}) });
  const counts = await countCodes(db(), filter, states, at);
  const names = await listAccountNames(db(), found.map((code) => code.createdById));
  const rows = found.slice(0, PAGE).map((code) => asRow(code, names, at));
  const next = found.length > PAGE ? rows.at(-1)?.id : undefined;
  return { rows, counts: states.map((one, index) => ({ state: one, count: counts[index] ?? 0 })), ...(next ? { next } : {}) };
}

function asRow(code: Awaited<ReturnType<typeof listCodeRecords>>[number], names: ReadonlyMap<string, string>, at: Date): CodeRow {
  const kind = code.kind as EvaluationCodeKind;
  return {
    id: code.id,
    serial: codeSerial(code.id),
    kind,
    state: codeState({ kind, expired: code.expiresAt <= at, revoked: code.revokedAt !== null, rated: Boolean(code.case?.evaluation) }),
    name: code.servicePoint ?? code.case?.number ?? "",
    enterprise: code.case?.enterprise.name ?? "",
    business: code.case ? businessWord(code.case.application?.business) : "",
    ratings: code._count.evaluations,
    expiresAt: code.expiresAt.toISOString(),
    createdAt: code.createdAt.toISOString(),
    createdBy: names.get(code.createdById) ?? "",
  };
}
