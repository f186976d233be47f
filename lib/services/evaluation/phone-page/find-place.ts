import "server-only";
import { db } from "@/lib/data/client";
import { findCode, type FoundCode } from "@/lib/data/evaluation-codes";
import { orBusy } from "@/lib/data/overload";
import type { PhoneClosed, PhonePlace } from "@/lib/evaluation/phone-page";
import { type CodeClaim, readCode } from "@/lib/integrations/vault/code-token";
import { shanghaiDate } from "@/lib/workflow/iso-date";
import { businessWord } from "../open-rating";

export interface Placed {
  codeId: string;
  place: PhonePlace;
  /** 不能评的原因；能评的没有。 */
  closed?: PhoneClosed;
}

/** 打开页面时看码的情形，在手里留这么久。 */
const FRESH_MILLISECONDS = 5_000;
/** 提交时能不能评由那一条语句判断，这里只要机构、服务点的名字，可以用旧一些的。 */
export const namesOnly = 600_000;
const HELD_AT_MOST = 2_000;
const held = new Map<string, { placed: Placed; at: number }>();
/** 核过签名的令牌：同一张码一天有许多人扫，不必每次再核。 */
const verified = new Map<string, CodeClaim>();

/**
 * 令牌所指的码与所评的是什么；不是本系统签发的、没有的为 undefined。手里有的立即给出，不等一轮：每秒上千次打开，几个 Promise 也算得出来。
 * @throws Refusal unavailable 数据库一时忙不过来
 */
export function findPlace(token: string, within = FRESH_MILLISECONDS): Placed | undefined | Promise<Placed | undefined> {
  const claim = verified.get(token) ?? verify(token);
  if (!claim) return undefined;
  const known = held.get(claim.id);
  return known && known.at + within > Date.now() && claim.expiresAt.getTime() > Date.now() ? known.placed : lookUpPlace(claim.id);
}

function verify(token: string): CodeClaim | undefined {
  const claim = readCode(token);
  if (claim) keep(verified, token, claim);
  return claim;
}

async function lookUpPlace(codeId: string): Promise<Placed | undefined> {
  const code = await findCode(db(), codeId).catch((error: unknown) => Promise.reject(orBusy(error)));
  const placed = code && placedBy(code);
  if (placed && !placed.closed) keep(held, codeId, { placed, at: Date.now() });
  else held.delete(codeId);
  return placed;
}

/** 码的情形变了：下一次打开重新看。 */
export function forgetPlace(codeId: string): void {
  held.delete(codeId);
}

/** 满了先丢最早放进去的。 */
function keep<Value>(kept: Map<string, Value>, key: string, value: Value): void {
  const [oldest] = kept.keys();
  if (kept.size >= HELD_AT_MOST && oldest !== undefined) kept.delete(oldest);
  kept.delete(key);
  kept.set(key, value);
}

function placedBy(code: FoundCode): Placed | undefined {
  const { kind, officeName, servicePoint, expiresAt, state, case: rated } = code;
  if (kind === "matter" && !rated) return undefined;
  const title = rated ? businessWord(rated.business ?? undefined) : (servicePoint ?? "");
  const place = { kind, officeName, title, expiresOn: shanghaiDate(expiresAt), ...(rated ? { number: rated.number } : {}) };
  const closed = state === "valid" ? (rated && !rated.finishedAt ? "unfinished" : undefined) : state;
  return { codeId: code.id, place, ...(closed ? { closed } : {}) };
}
