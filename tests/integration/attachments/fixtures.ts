import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import path from "node:path";
import { NextRequest } from "next/server";
import { afterAll } from "vitest";
import type { Actor, EnterpriseActor, StaffActor } from "@/lib/access/actor";
import type { UploadOutcome } from "@/lib/licensing/attachments/upload";

export const origin = "http://localhost:3000";

/** 这个测试文件自己的数据目录，完了就删。 */
export function ownDataFolder(name: string): void {
  const folder = path.join(process.env.DATA_DIR ?? ".data", `${name}-${process.pid}`);
  process.env.DATA_DIR = folder;
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
}

/** 当前请求的人：测试里由 vi.mock 交给路由。 */
export const session: { actor: Actor } = { actor: { kind: "public", address: "10.0.0.1" } };

export const enterpriseActor = (enterpriseId: string): EnterpriseActor => ({
  kind: "enterprise", accountId: randomUUID(), sessionId: randomUUID(), name: "王丽", enterpriseId, roles: ["filler"],
});

export const staffActor = (officeCode: string, roles: StaffActor["roles"] = ["intake"]): StaffActor => ({
  kind: "staff", accountId: randomUUID(), sessionId: randomUUID(), name: "张敏", officeCode, roles,
});

let serial = 0;

/** 一家企业和它的一份草稿。 */
export async function newDraft(state = "draft"): Promise<{ applicationId: string; actor: EnterpriseActor }> {
  const { db } = await import("@/lib/data/client");
  serial += 1;
  await db().office.createMany({ data: [{ code: "NEEB", name: "国家能源局东北监管局", regionDigit: 2, officeDigit: 1 }, { code: "NCEB", name: "国家能源局华北监管局", regionDigit: 1, officeDigit: 1 }], skipDuplicates: true });
  const enterpriseId = randomUUID();
  await db().enterprise.create({
    data: { id: enterpriseId, name: `沈阳附件${process.pid}${serial}电力工程有限公司`, uscc: `91210102ATT${String(serial).padStart(6, "0")}X`, officeCode: "NEEB", particulars: { legalRep: "赵建国" } },
  });
  const applicationId = randomUUID();
  await db().case.create({
    data: {
      id: applicationId, number: `ATT-${process.pid}-${serial}`, kind: "licensing", officeCode: "NEEB", enterpriseId, state, createdById: randomUUID(),
      application: { create: { business: "new-licence", definitionVersion: 1, procedure: "standard" } },
    },
  });
  return { applicationId, actor: enterpriseActor(enterpriseId) };
}

export interface Attempt {
  applicationId: string;
  section?: string;
  slot?: string;
  rowId?: string;
}

export interface Presigned {
  url: string;
  key: string;
  name: string;
  customId: string | null;
}

/** 浏览器第二步：向上传路由要地址。 */
export async function presign(input: Attempt, files: { name: string; size: number; type?: string }[], headers: Record<string, string> = { origin }): Promise<{ status: number; body: Presigned[] & { message?: string } }> {
  const { POST } = await import("@/app/api/upload/route");
  const { section = "basic-information", slot = "BIZ_LIC", ...rest } = input;
  const response = await POST(
    new NextRequest(`${origin}/api/upload?actionType=upload&slug=attachment`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-uploadthing-version": "7.7.4", ...headers },
      body: JSON.stringify({ input: { section, slot, ...rest }, files: files.map((file) => ({ type: "application/pdf", lastModified: 1, ...file })) }),
    }),
  );
  return { status: response.status, body: (await response.json()) as Presigned[] & { message?: string } };
}

export interface PutReply {
  status: number;
  body: { message?: string; error?: string; serverData?: UploadOutcome; fileHash?: string };
}

/** 第五步：把文件 PUT 到签过名的地址。 */
export async function put({ url, key, name }: Presigned, bytes: Uint8Array, headers: Record<string, string> = {}): Promise<PutReply> {
  const { PUT } = await import("@/app/api/upload/ingest/[key]/route");
  const form = new FormData();
  form.append("file", new File([new Uint8Array(bytes)], name));
  const response = await PUT(new Request(url, { method: "PUT", body: form, headers: { range: "bytes=0-", ...headers } }), { params: Promise.resolve({ key }) });
  return { status: response.status, body: (await response.json()) as PutReply["body"] };
}

/** 一个文件从头传到底；登记被拒时给出那个拒绝。 */
export async function upload(input: Attempt, name: string, bytes: Uint8Array): Promise<PutReply> {
  const { status, body } = await presign(input, [{ name, size: bytes.length }]);
  const target = Array.isArray(body) ? body[0] : undefined;
  return target ? put(target, bytes) : { status, body: { message: body.message } };
}
