import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import type { Actor, EnterpriseActor, StaffActor } from "@/lib/access/actor";
import { db, pool } from "@/lib/data/client";
import { objectStorage } from "@/lib/integrations/storage";
import { hashToken } from "@/lib/services/accounts/send-invitation";
import { hashPassword } from "@/lib/services/accounts/password-hash";
import { codesOf } from "@/lib/terms/option-map";
import { type StaffRoleCode, staffRoles } from "@/lib/terms/roles";
import { colleague, enterprise, office } from "../applications/fixtures";
import { staff, submittedCase } from "../review/cases";

/** 全部身份：名字形如 public、own:filler、foreign:owner、own:intake、foreign:intake。 */
export interface Person {
  name: string;
  actor: Actor;
  audience: "public" | "enterprise" | "staff";
  role: string;
  /** 与所问的记录同一家企业或同一个派出机构。 */
  own: boolean;
}

export interface World {
  people: Person[];
  owner: EnterpriseActor;
  /** 提交过的案件，与其中一份存了文件的附件。 */
  submitted: string;
  submittedFile: string;
  licence: { id: string; number: string };
  /** 属于本企业的记录里才有的字；在别人的答复里出现就是泄露。 */
  secrets: string[];
}

const enterpriseRoles = ["owner", "filler", "submitter"] as const;
export const password = "Shenyang-2026";

export async function buildWorld(): Promise<World> {
  const { applicant: owner, applicationId: submitted } = await submittedCase();
  const foreign = await enterprise(["owner"]);
  await office("NCEB");
  const passwordHash = await hashPassword(password);
  const people: Person[] = [{ name: "public", actor: { kind: "public", address: "10.0.0.9" }, audience: "public", role: "", own: false }];
  for (const role of enterpriseRoles) {
    people.push({ name: `own:${role}`, actor: role === "owner" ? owner : await colleague(owner, [role]), audience: "enterprise", role, own: true });
    people.push({ name: `foreign:${role}`, actor: role === "owner" ? foreign : await colleague(foreign, [role]), audience: "enterprise", role, own: false });
  }
  for (const role of codesOf(staffRoles)) {
    people.push({ name: `own:${role}`, actor: await staff([role]), audience: "staff", role, own: true });
    people.push({ name: `foreign:${role}`, actor: await staff([role], `${role}外`, "NCEB"), audience: "staff", role, own: false });
  }
  await db().account.updateMany({ data: { passwordHash } });
  const licence = await newLicence(owner);
  const { name, uscc } = await db().enterprise.findUniqueOrThrow({ where: { id: owner.enterpriseId } });
  const { number } = await db().case.findUniqueOrThrow({ where: { id: submitted } });
  return { people, owner, submitted, submittedFile: await storedFile(submitted), licence, secrets: [owner.enterpriseId, name, uscc, submitted, number, licence.id, licence.number] };
}

export const personNamed = (world: World, name: string): Person => {
  const found = world.people.find((person) => person.name === name);
  if (!found) throw new Error(`nobody is called ${name}`);
  return found;
};

export const staffNamed = (world: World, role: StaffRoleCode): StaffActor => personNamed(world, `own:${role}`).actor as StaffActor;

/** 给提交过的一份附件真的存上文件。 */
async function storedFile(applicationId: string): Promise<string> {
  const { id } = await db().attachment.findFirstOrThrow({ where: { applicationId } });
  const { key } = await objectStorage().put(Readable.from([Buffer.from("%PDF-1.7")]), { maxBytes: 100 });
  await db().attachment.update({ where: { id }, data: { storageKey: key } });
  return id;
}

let serial = 0;

/** 本企业的一件案件，直接落库。 */
export async function newCase(world: World, state: string, more: { finishedAt?: Date; submittedAt?: Date } = {}): Promise<string> {
  serial += 1;
  const { id } = await db().case.create({
    data: {
      number: `SEC-${serial}`, kind: "licensing", officeCode: "NEEB", enterpriseId: world.owner.enterpriseId, state, createdById: world.owner.accountId, ...more,
      application: { create: { business: "new-licence", definitionVersion: 1, procedure: "standard" } },
    },
  });
  return id;
}

/** 别家提交的一件合并申请，把本企业列为另一方；每次都是另一家的。 */
export async function newConfirmation(world: World): Promise<string> {
  serial += 1;
  const applicant = await enterprise(["owner"]);
  const { id } = await db().case.create({
    data: {
      number: `SEC-${serial}`, kind: "licensing", officeCode: "NEEB", enterpriseId: applicant.enterpriseId, state: "submitted", createdById: applicant.accountId, submittedAt: new Date(),
      application: { create: { business: "merger", definitionVersion: 1, procedure: "standard" } }, confirmations: { create: { enterpriseId: world.owner.enterpriseId } },
    },
  });
  return id;
}

export const newDraft = (world: World): Promise<string> => newCase(world, "draft");

/** 办结、可以评价的一件。 */
export const newFinished = (world: World): Promise<string> => newCase(world, "granted", { submittedAt: new Date(), finishedAt: new Date() });

/** 本机构刚收到的一条差评，评的是本企业办结的一件。 */
export async function newBadRating(world: World): Promise<string> {
  const caseId = await newFinished(world);
  const { id } = await db().badRating.create({
    data: {
      officeCode: "NEEB", stageDueOn: "2099-01-05",
      evaluation: { create: { caseId, channel: "todo", officeCode: "NEEB", matter: "new-licence", level: 1, options: ["115"], phoneHash: randomUUID(), phoneEncrypted: "-" } },
    },
  });
  return id;
}

/** 本机构一个有效的一次一评码。 */
export async function newCode(world: World): Promise<string> {
  const { accountId, officeCode } = staffNamed(world, "evaluationOfficer");
  const { id } = await db().evaluationCode.create({ data: { kind: "visit", officeCode, servicePoint: randomUUID(), batchId: randomUUID(), createdById: accountId, expiresAt: new Date(Date.now() + 86_400_000) } });
  return id;
}

/** 一件提交过的案件上的一条意见；sent 为真即已发给企业、案件待补正。 */
export async function newRemark(world: World, sent: boolean): Promise<string> {
  const caseId = await newCase(world, sent ? "correction" : "submitted", { submittedAt: new Date() });
  const { id } = await db().remark.create({
    data: { caseId, round: 1, sectionKey: "basic-information", level: "must", text: "请更正", place: "基本情况", authorId: staffNamed(world, "intake").accountId, ...(sent ? { sentAt: new Date() } : {}) },
  });
  return id;
}

/** 退回后又提交、等着关闭意见的一条。 */
export async function newReturnedRemark(world: World): Promise<string> {
  const id = await newRemark(world, true);
  await db().case.updateMany({ where: { remarks: { some: { id } } }, data: { state: "submitted" } });
  return id;
}

export async function newAttachment(world: World): Promise<string> {
  const applicationId = await newDraft(world);
  const { key } = await objectStorage().put(Readable.from([Buffer.from("%PDF-1.7")]), { maxBytes: 100 });
  const { id } = await db().attachment.create({
    data: { applicationId, sectionKey: "basic-information", slot: "BIZ_LIC", storageKey: key, name: "执照.pdf", mediaType: "application/pdf", size: 8, sha256: "0", state: "checked", uploadedById: world.owner.accountId },
  });
  return id;
}

export const newMessage = async ({ owner }: World): Promise<string> =>
  (await db().message.create({ data: { enterpriseId: owner.enterpriseId, title: "已受理", body: "已受理" } })).id;

export const newColleague = async ({ owner }: World): Promise<string> => (await colleague(owner, ["filler"])).accountId;

/** 一条审计；写上去就改不了。 */
export const newAuditEntry = async (): Promise<string> =>
  (await db().auditEntry.create({ data: { actorName: "公众", audience: "public", action: "evaluation.rate", subject: "Case" }, select: { id: true } })).id;

export const newStaffAccount = async (): Promise<string> => (await staff(["intake"])).accountId;

export const newInvitation = async ({ owner }: World): Promise<string> =>
  (await db().invitation.create({
    data: { tokenHash: hashToken(randomUUID()), enterpriseId: owner.enterpriseId, invitedById: owner.accountId, displayName: "李工", mobile: "13900000009", roles: ["filler"], expiresAt: new Date(Date.now() + 86_400_000) },
  })).id;

export const newOutboxMessage = async (): Promise<string> =>
  (await db().outboxMessage.create({ data: { channel: "sms", recipient: "13900000009", template: "verification", body: "验证码 123456", state: "kept" } })).id;

async function newLicence({ enterpriseId }: EnterpriseActor): Promise<{ id: string; number: string }> {
  const number = "2-1-00091-2026";
  const { id } = await db().licence.create({
    data: {
      number, enterpriseId, officeCode: "NEEB", firstIssuedOn: "2026-01-01",
      versions: { create: { version: 1, reason: "首次发证", ruleSetId: "NDRC-36-2020", items: [], scopeText: "承装五级", holderName: "-", uscc: "-", domicile: "-", legalRep: "-", issuedOn: "2026-01-01", validFrom: "2026-01-01", validTo: "2031-12-31", officeName: "-" } },
    },
  });
  return { id, number };
}

/** 一件后续任务；容缺补齐的缺一份职称证书。 */
export async function newFollowUp(world: World, kind: string, state = "open"): Promise<string> {
  const caseId = await newCase(world, kind === "deferral" ? "accepted" : "granted", { submittedAt: new Date() });
  const detail = kind === "deferral" ? { missing: [{ section: "technical-lead", slot: "TL_TITLE", label: "技术负责人：职称证书" }] } : {};
  const { id } = await db().followUp.create({ data: { caseId, enterpriseId: world.owner.enterpriseId, officeCode: "NEEB", kind, state, dueOn: "2099-01-01", task: "要办的事", detail } });
  return id;
}

/** 一件提出了撤销、等着确认的核查；许可证只为此而有，与别的用例无关。 */
export async function newProposal(world: World): Promise<string> {
  const id = await newFollowUp(world, "verification", "proposed");
  const enterpriseId = await newStranger();
  const licence = await db().licence.create({ data: { number: `TEST-${serial}`, enterpriseId, officeCode: "NEEB", firstIssuedOn: "2026-01-01", state: "cancelled" } });
  await db().revocation.create({ data: { followUpId: id, licenceId: licence.id, reason: "人员不实", article: "《行政许可法》第六十九条", formerState: "open", proposedById: randomUUID(), proposedByName: "李审" } });
  return id;
}

/** 一家与别的用例无关的企业。 */
async function newStranger(): Promise<string> {
  serial += 1;
  return (await db().enterprise.create({ data: { name: `无关企业${serial}`, uscc: `STRANGER${serial}`, officeCode: "NEEB", particulars: {} } })).id;
}

export async function newUpgradeBar(): Promise<string> {
  const enterpriseId = await newStranger();
  return (await db().restriction.create({ data: { enterpriseId, kind: "upgrade", fromOn: "2026-11-01", untilOn: "2099-01-01", reason: "quality", note: "处罚决定书" } })).id;
}

export const newPilotArea = async (): Promise<string> => {
  serial += 1;
  return (await db().pilotArea.create({ data: { kind: "freeTradeZone", regionCode: `99${serial}` } })).id;
};

export const newInstitution = async (): Promise<string> => {
  serial += 1;
  return (await db().enterprise.create({ data: { name: `机构${serial}`, uscc: `INSTITUTION${serial}`, officeCode: "NEEB", particulars: {}, isInstitution: true } })).id;
};

/** 计数与会话的表每次都会变，不算业务内容。 */
const counters = new Set(["RateLimit", "LoginAttempt", "_prisma_migrations"]);

/** 全部业务表的指纹：被拒的请求之前与之后必须相同。 */
export async function fingerprint(without: readonly string[] = []): Promise<string> {
  const { rows } = await pool().query<{ name: string }>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`);
  const parts = rows.filter(({ name }) => !counters.has(name) && !without.includes(name)).map(({ name }) => `SELECT '${name}' AS n, md5(COALESCE(string_agg(t::text, ',' ORDER BY t::text), '')) AS h FROM "${name}" t`);
  const { rows: [found] } = await pool().query<{ all: string }>(`SELECT string_agg(n || h, ',' ORDER BY n) AS "all" FROM (${parts.join(" UNION ALL ")}) x`);
  return found?.all ?? "";
}
