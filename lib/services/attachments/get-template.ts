import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise } from "@/lib/access/can";
import { notFound, Refusal } from "@/lib/access/refusal";
import { type ApplicationRecord, findApplicationRecord } from "@/lib/data/applications";
import { db } from "@/lib/data/client";
import { findEnterprise } from "@/lib/data/enterprises";
import { asFacts } from "@/lib/enterprise/particulars";
import { answersOf, textOf } from "@/lib/forms/answers";
import { templateDocx } from "@/lib/integrations/document-template/template-docx";
import { CATEGORY_SECTION } from "@/lib/licensing/items";
import { filledTemplate, isTemplateKey, templateValues } from "@/lib/licensing/templates";
import { contextOf } from "@/lib/services/applications/application-context";
import { atMost } from "@/lib/services/platform/at-most";
import { applicationNatures, procedures } from "@/lib/terms/application";
import { wordOf } from "@/lib/terms/option-map";

/** 写文书全是处理器的活：一份一份地写，中间歇一下。 */
const drawing = atMost(1, 20);

export const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/**
 * 下载一份模板：给了申请就预填申请与企业的事实；没给的，企业账号预填登记信息，内网账号得到空白的。
 * @throws Refusal notFound 没有这份模板、没有或别家的申请
 */
export async function getTemplate(actor: Actor, key: string, applicationId?: string): Promise<{ name: string; bytes: Buffer }> {
  if (actor.kind === "public") throw new Refusal("unauthenticated", "请先登录");
  if (!isTemplateKey(key)) throw notFound("这份模板");
  const document = filledTemplate(key, applicationId === undefined ? await registrationValues(actor) : await applicationValues(actor, applicationId));
  return { name: `${document.fileName}.docx`, bytes: await drawing(() => templateDocx(document)) };
}

async function registrationValues(actor: Actor): Promise<Record<string, string>> {
  const enterprise = actor.kind === "enterprise" ? await findEnterprise(db(), actor.enterpriseId) : null;
  return enterprise ? templateValues(asFacts(enterprise)) : {};
}

async function applicationValues(actor: Actor, applicationId: string): Promise<Record<string, string>> {
  const record = z.uuid().safeParse(applicationId).success ? await findApplicationRecord(applicationId) : undefined;
  if (!record) throw notFound("这份申请");
  authorise(actor, "application.read", actor.kind === "staff" ? { officeCode: record.officeCode } : { enterpriseId: record.enterpriseId }, "这份申请");
  // 内网只看提交过的，草稿里的人名号码不给
  const choices = actor.kind === "staff" && record.round === 0 ? {} : choicesIn(record);
  return templateValues(asFacts(record.enterprise), choices);
}

function choicesIn(record: ApplicationRecord): Record<string, string> {
  const { answers, procedure } = contextOf(record);
  const own = answersOf(answers, CATEGORY_SECTION);
  const said = ["submitterName", "submitterId", "submitterMobile"].map((key) => [key, textOf(own, key)] as const);
  return {
    ...Object.fromEntries(said),
    scope: record.scopeText,
    nature: wordOf(applicationNatures, textOf(own, "nature")),
    route: procedures[procedure],
  };
}
