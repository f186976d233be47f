import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise } from "@/lib/access/can";
import { notFound } from "@/lib/access/refusal";
import { findApplicationRecord } from "@/lib/data/applications";
import { db } from "@/lib/data/client";
import { findLastSnapshot } from "@/lib/data/submissions";
import type { Answers } from "@/lib/forms/answers";
import { findSection } from "@/lib/forms/business";
import type { Section, Table } from "@/lib/forms/definition";
import { getBusiness } from "@/lib/licensing/businesses";
import type { LicensingContext } from "@/lib/licensing/context";
import { contextOf } from "@/lib/services/applications/application-context";

/** 哪份申请的哪张表。 */
export const SheetInput = z.object({ applicationId: z.uuid(), section: z.string().max(60), table: z.string().max(60) });
export type SheetInput = z.infer<typeof SheetInput>;

export interface SheetPlace {
  section: Section<LicensingContext>;
  table: Table<LicensingContext>;
  context: LicensingContext;
  /** 申请编号，作文件名。 */
  number: string;
}

export interface SheetFile {
  name: string;
  bytes: Buffer;
}

export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/**
 * 打开一张可用电子表格的表：本企业的人看现在的内容，派出机构的内网人员看最近一次提交的。
 * @throws Refusal notFound 没有、别家、别的机构、这张表不用电子表格
 */
export async function openSheet(actor: Actor, input: SheetInput): Promise<SheetPlace> {
  const parsed = SheetInput.safeParse(input);
  const record = parsed.success ? await findApplicationRecord(parsed.data.applicationId) : undefined;
  if (!record) throw notFound("这份申请");
  authorise(actor, "application.read", actor.kind === "staff" ? { officeCode: record.officeCode } : { enterpriseId: record.enterpriseId }, "这份申请");
  const { section, table } = declaredTable(record.business, input);
  const current = contextOf(record);
  const context = actor.kind === "staff" ? { ...current, answers: await submittedAnswers(input.applicationId) } : current;
  return { section, table, context, number: record.number };
}

export function declaredTable(business: string, { section: sectionKey, table: tableKey }: Pick<SheetInput, "section" | "table">): Pick<SheetPlace, "section" | "table"> {
  const section = findSection(getBusiness(business), sectionKey);
  const table = section?.tables.find((candidate) => candidate.key === tableKey);
  if (!section || !table?.spreadsheet) throw notFound("这张表");
  return { section, table };
}

async function submittedAnswers(applicationId: string): Promise<Answers> {
  const snapshot = z.object({ answers: z.record(z.string(), z.record(z.string(), z.json())) }).safeParse(await findLastSnapshot(db(), applicationId));
  if (!snapshot.success) throw notFound("这份申请");
  return snapshot.data.answers;
}
