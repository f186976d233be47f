import { randomUUID } from "node:crypto";
import type { EnterpriseActor } from "@/lib/access/actor";
import { db } from "@/lib/data/client";
import { issueForm } from "@/lib/integrations/vault/form-token";
import { signCode } from "@/lib/integrations/vault/code-token";

const enterpriseId = randomUUID();

/** 企业的经办人，名下的案件都可以评。 */
export const owner: EnterpriseActor = { kind: "enterprise", accountId: randomUUID(), sessionId: randomUUID(), name: "王丽", enterpriseId, roles: ["owner"] };

export async function insertOfficeAndEnterprise(): Promise<void> {
  await db().office.create({ data: { code: "NEEB", name: "国家能源局东北监管局", regionDigit: 2, officeDigit: 1 } });
  await db().enterprise.create({ data: { id: enterpriseId, name: "沈阳电力工程有限公司", uscc: "91210102XFAKE500XR", officeCode: "NEEB", particulars: {} } });
}

let serial = 0;

/** 一件办结、待评价的申请；kind 不是许可的没有申请表。 */
export async function finishedCase({ finishedAt = new Date(), kind = "licensing" }: { finishedAt?: Date | null; kind?: string } = {}): Promise<string> {
  const id = randomUUID();
  serial += 1;
  await db().case.create({
    data: {
      id, number: `DB-2026-${String(serial).padStart(6, "0")}`, kind, officeCode: "NEEB", enterpriseId, state: "granted", createdById: owner.accountId, finishedAt,
      ...(kind === "licensing" ? { application: { create: { business: "new-licence", definitionVersion: 1, procedure: "standard" } } } : {}),
      todos: { create: { enterpriseId, kind: "evaluation", title: "请评价这次服务", href: `/evaluations/${id}` } },
    },
  });
  return id;
}

export interface Code {
  id: string;
  token: string;
}

/** 一个码；写了案件的是一事一评。 */
export async function code({ caseId, days = 30, revoked = false }: { caseId?: string; days?: number; revoked?: boolean } = {}): Promise<Code> {
  const expiresAt = new Date(Date.now() + days * 86_400_000);
  const { id } = await db().evaluationCode.create({
    data: { kind: caseId ? "matter" : "visit", officeCode: "NEEB", createdById: owner.accountId, expiresAt, revokedAt: revoked ? new Date() : null, ...(caseId ? { caseId } : { servicePoint: "受理窗口 3 号" }) },
  });
  return { id, token: signCode({ id, expiresAt }) };
}

/** 一张打开了一会儿的表单。 */
export const sheet = ({ id }: Pick<Code, "id">, secondsAgo = 30): string => issueForm(id, new Date(Date.now() - secondsAgo * 1000));

export const phoneOf = (n: number): string => `139${String(n).padStart(8, "0")}`;

type Fields = Record<string, string | readonly string[]>;

/** 手机浏览器交上来的一个请求。 */
export function posted(fields: Fields | string, headers: Record<string, string> = {}): Request {
  const body = typeof fields === "string" ? fields : new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one]))).toString();
  return new Request("http://localhost/api/ratings/x", { method: "POST", body, headers: { "content-type": "application/x-www-form-urlencoded", "x-client-address": "10.0.0.1", ...headers } });
}

export const context = (token: string) => ({ params: Promise.resolve({ token }) });
