import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise } from "@/lib/access/can";
import { notFound, Refusal } from "@/lib/access/refusal";
import { type ApplicationRecord, findApplicationRecord } from "@/lib/data/applications";
import { db } from "@/lib/data/client";
import { findEnterprise } from "@/lib/data/enterprises";
import { asFacts } from "@/lib/enterprise/particulars";
import { answersOf, textOf } from "@/lib/forms/answers";
import { fieldsOf, type Section } from "@/lib/forms/definition";
import { fieldText } from "@/lib/forms/display";
import { templateDocx } from "@/lib/integrations/document-template/template-docx";
import { getBusiness } from "@/lib/licensing/businesses";
import type { LicensingContext } from "@/lib/licensing/context";
import { filledTemplate, isTemplateKey, licenceValues, templateValues } from "@/lib/licensing/templates";
import { contextOf } from "@/lib/services/applications/application-context";
import { factsFor } from "@/lib/services/applications/business-facts";
import { atMost } from "@/lib/services/platform/at-most";
import { procedures } from "@/lib/terms/application";

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
  const choices = actor.kind === "staff" && record.round === 0 ? {} : await choicesIn(record);
  return templateValues(asFacts(record.enterprise), choices);
}

/** 申请自己填的各项（选项译成中文），现持许可证，申请内容与办理方式。 */
async function choicesIn(record: ApplicationRecord): Promise<Record<string, string>> {
  const context = contextOf(record, await factsFor(record));
  const filled = getBusiness(record.business).sections.flatMap((section) => textsIn(section, context));
  return { ...Object.fromEntries(filled), ...licenceValues(context.licence), scope: record.scopeText, route: procedures[context.procedure] };
}

const ENTRUSTED = ["submitterName", "submitterId", "submitterMobile"];

/** 一个页签自己的字段；法定代表人自己提交的没有受托人，委托书上留空。 */
function textsIn({ key, groups }: Section<LicensingContext>, context: LicensingContext): [string, string][] {
  const own = answersOf(context.answers, key);
  const scope = { own, section: own, context };
  const withheld = textOf(own, "submitterType") === "legalRepresentative" ? ENTRUSTED : [];
  return fieldsOf(groups).filter((field) => !withheld.includes(field.key)).map((field) => [field.key, fieldText(field, scope)]);
}
