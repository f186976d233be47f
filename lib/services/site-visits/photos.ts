import type { Readable } from "node:stream";
import * as z from "zod";
import type { Actor, StaffActor } from "@/lib/access/actor";
import { authorise, requireStaff } from "@/lib/access/can";
import { notFound, Refusal } from "@/lib/access/refusal";
import { type Db, db, transaction } from "@/lib/data/client";
import { findVisitPhoto, findVisitPhotoByKey, insertVisitPhoto, markVisitPhotoRemoved, type SiteVisitRecord } from "@/lib/data/site-visits";
import { inspectFile } from "@/lib/integrations/file-inspection";
import { MissingObjectError, newStorageKey, objectStorage, readAll } from "@/lib/integrations/storage";
import { faultOfFile, MAX_FILE_BYTES, tidyFileName } from "@/lib/licensing/attachments/accepted-files";
import { MAX_PHOTOS, type PhotoOutcome } from "@/lib/licensing/site-visits";
import type { ReceivedFile } from "@/lib/services/attachments/complete-upload";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { atMost } from "@/lib/services/platform/at-most";
import { codesOf } from "@/lib/terms/option-map";
import { type StaffRoleCode, staffRoles } from "@/lib/terms/roles";
import { lockOpenVisit, requireOfficial, settleVisit } from "./lock-visit";

export const PhotoInput = z.object({ visitId: z.uuid() });
export type PhotoInput = z.infer<typeof PhotoInput>;

/** 上传登记之后随照片走的事实；经签名，不由浏览器改得。 */
export const PhotoMetadata = PhotoInput.extend({
  accountId: z.uuid(),
  officeCode: z.string(),
  name: z.string(),
  roles: z.array(z.enum(codesOf(staffRoles) as [StaffRoleCode, ...StaffRoleCode[]])),
  address: z.string().optional(),
  storageKeys: z.array(z.string()),
});
export type PhotoMetadata = z.infer<typeof PhotoMetadata>;

/** 同时只检查两张：一张可能占十几兆内存。 */
const gate = atMost(2);

/**
 * 要传照片之前问：此人是核查人员、核查还没有结束、文件是照片。
 * @throws Refusal 说明为什么不行
 */
export async function registerPhotos(actor: Actor, { visitId }: PhotoInput, files: readonly { name: string; size: number }[]): Promise<{ metadata: PhotoMetadata; files: { name: string; storageKey: string }[] }> {
  const staff = requireStaff(actor);
  authorise(staff, "siteVisit.record");
  await transaction(async (tx) => requireRoom(staff, await lockOpenVisit(tx, staff, visitId, "siteVisit.record"), files.length));
  const named = files.map(({ name, size }) => ({ name: tidyFileName(name), size, storageKey: newStorageKey() }));
  for (const file of named) {
    const fault = faultOfFile(file, true);
    if (fault) throw new Refusal("invalid", `${file.name}：${fault}`);
  }
  const { accountId, officeCode, name, roles, address } = staff;
  return {
    metadata: { visitId, accountId, officeCode, name, roles: [...roles], ...(address ? { address } : {}), storageKeys: named.map(({ storageKey }) => storageKey) },
    files: named.map(({ name: fileName, storageKey }) => ({ name: fileName, storageKey })),
  };
}

function requireRoom(staff: StaffActor, visit: SiteVisitRecord, more: number): void {
  requireOfficial(staff, visit);
  if (visit.photos.length + more > MAX_PHOTOS) throw new Refusal("invalid", `照片最多 ${MAX_PHOTOS} 张，请先去掉一些`);
}

/** 照片到了：按内容检查，核对核查还没有结束，登记；不收的文件随即删除。 */
export async function completePhoto({ visitId, accountId, officeCode, name, roles, address }: PhotoMetadata, arrived: ReceivedFile): Promise<PhotoOutcome> {
  const staff: StaffActor = { kind: "staff", sessionId: "upload", accountId, officeCode, name, roles, ...(address ? { address } : {}) };
  const known = await findVisitPhotoByKey(db(), arrived.storageKey);
  if (known) return { ok: true, photoId: known.id };
  try {
    const mediaType = await gate(() => inspect(arrived));
    return { ok: true, photoId: await transaction((tx) => keep(tx, staff, visitId, { ...arrived, mediaType })) };
  } catch (error) {
    // 同一张的回调来了两次、答复断在提交之后：登记了的文件不动
    const kept = await findVisitPhotoByKey(db(), arrived.storageKey);
    if (kept) return { ok: true, photoId: kept.id };
    await objectStorage().remove(arrived.storageKey);
    if (error instanceof Refusal) return { ok: false, message: error.message };
    throw error;
  }
}

async function inspect({ storageKey, name }: ReceivedFile): Promise<string> {
  const verdict = await inspectFile(await readAll(await objectStorage().get(storageKey), MAX_FILE_BYTES), name, { imagesOnly: true });
  if (verdict.verdict === "accepted") return verdict.mediaType;
  throw new Refusal("invalid", verdict.verdict === "refused" ? verdict.reason : "病毒扫描暂时做不了，照片没有收下，请稍后再传");
}

/** 照片是记录的一部分：添一张，已有的签字作废。 */
async function keep(tx: Db, staff: StaffActor, visitId: string, { storageKey, name, size, sha256, mediaType }: ReceivedFile & { mediaType: string }): Promise<string> {
  const visit = await lockOpenVisit(tx, staff, visitId, "siteVisit.record");
  const known = await findVisitPhotoByKey(tx, storageKey);
  if (known) return known.id;
  requireRoom(staff, visit, 1);
  await settleVisit(tx, staff, visit, "siteVisit.addPhoto", {}, { resign: true });
  return insertVisitPhoto(tx, { visitId, storageKey, name: tidyFileName(name), size, sha256, mediaType, uploadedById: staff.accountId, uploadedName: staff.name });
}

/** 去掉一张照片：核查结束之前；已有的签字作废，文件留作审计。 */
export async function removePhoto(actor: Actor, photoId: string): Promise<void> {
  const staff = requireStaff(actor);
  authorise(staff, "siteVisit.record");
  await transaction(async (tx) => {
    const photo = await findVisitPhoto(tx, photoId);
    if (!photo || photo.removedAt) throw notFound("这张照片");
    authorise(staff, "siteVisit.record", { officeCode: photo.visit.officeCode }, "这张照片");
    const visit = await lockOpenVisit(tx, staff, photo.visitId, "siteVisit.record");
    requireOfficial(staff, visit);
    if (!(await markVisitPhotoRemoved(tx, photoId))) throw notFound("这张照片");
    await settleVisit(tx, staff, visit, "siteVisit.removePhoto", {}, { resign: true });
  });
}

export interface OpenedPhoto {
  name: string;
  mediaType: string;
  size: number;
  stream: Readable;
}

/** 打开一张照片：只给案件所在机构办案的人，每次记入审计。 */
export async function openPhoto(actor: Actor, photoId: string): Promise<OpenedPhoto> {
  const staff = requireStaff(actor);
  const photo = z.uuid().safeParse(photoId).success ? await findVisitPhoto(db(), photoId) : null;
  if (!photo || photo.removedAt) {
    authorise(staff, "application.read");
    throw notFound("这张照片");
  }
  authorise(staff, "application.read", { officeCode: photo.visit.officeCode }, "这张照片");
  const stream = await read(photo.storageKey);
  await recordAudit(db(), { actor: staff, action: "siteVisit.openPhoto", subject: "SiteVisit", subjectId: photo.visitId, detail: { caseId: photo.visit.caseId, photoId } });
  return { name: photo.name, mediaType: photo.mediaType, size: photo.size, stream };
}

async function read(storageKey: string): Promise<Readable> {
  try {
    return await objectStorage().get(storageKey);
  } catch (error) {
    if (error instanceof MissingObjectError) throw new Refusal("notFound", "照片的文件不在了，请联系系统管理员");
    throw error;
  }
}
