import { randomUUID } from "node:crypto";
import { db } from "@/lib/data/client";
import { decideBatch } from "@/lib/services/review/decide-batch";
import { listPendingExtensions } from "@/lib/services/review/list-extensions";
import { previewBatch } from "@/lib/services/review/preview-batch";
import { cancelSiteVisit } from "@/lib/services/site-visits/cancel-site-visit";
import { getCaseTasks, getSiteVisits, listOwnVisits } from "@/lib/services/site-visits/get-site-visits";
import { orderSiteVisit } from "@/lib/services/site-visits/order-site-visit";
import { openPhoto, registerPhotos, removePhoto } from "@/lib/services/site-visits/photos";
import { printSiteVisit } from "@/lib/services/site-visits/print-record";
import { recordSiteVisit } from "@/lib/services/site-visits/record-site-visit";
import { signSiteVisit } from "@/lib/services/site-visits/sign-site-visit";
import type { Expectation } from "./expectations";
import { newCase, staffNamed, type World } from "./world";

const reviewers = ["intake", "examiner", "secondReviewer", "signer"] as const;
const readers = [...reviewers, "administrator"] as const;

const submittedCase = (world: World): Promise<string> => newCase(world, "submitted", { submittedAt: new Date() });
const reviewedCase = (world: World): Promise<string> => newCase(world, "underReview", { submittedAt: new Date() });

/** 一次安排了的核查：本机构办案的四个岗位都是核查人员。 */
async function newVisit(world: World): Promise<string> {
  const officials = reviewers.map((role) => staffNamed(world, role)).map(({ accountId, name }) => ({ accountId, name }));
  const visit = { caseId: await reviewedCase(world), officeCode: "NEEB", plannedOn: "2099-01-05", place: "厂区", orderedById: randomUUID(), orderedByName: "李审" };
  return (await db().siteVisit.create({ data: { ...visit, officials: { create: officials } } })).id;
}

const newPhoto = async (world: World): Promise<string> =>
  (await db().siteVisitPhoto.create({ data: { visitId: await newVisit(world), storageKey: randomUUID(), name: "厂房.png", mediaType: "image/png", size: 9, sha256: "-", uploadedById: randomUUID(), uploadedName: "李审" } })).id;

/** 打开照片：文件已不在的也是过了权限这一关。 */
async function openAnyPhoto(...[actor, photoId]: Parameters<typeof openPhoto>): Promise<unknown> {
  return openPhoto(actor, photoId).then(({ name }) => name, (error: Error) => (error.message.includes("文件不在了") ? "gone" : Promise.reject(error)));
}

/** 现场核查、延期清单与成批办理的服务对谁开放。 */
export const siteVisitExpectations: Readonly<Record<string, Expectation>> = {
  "review/decide-batch#decideBatch": {
    open: { staff: ["intake"] }, record: submittedCase, call: (actor, applicationId) => decideBatch(actor, { action: "accept", batchKey: randomUUID(), items: [{ applicationId, revision: 9 }] }),
  },
  "review/preview-batch#previewBatch": { open: { staff: ["intake"] }, record: submittedCase, call: (actor, applicationId) => previewBatch(actor, { action: "accept", applicationIds: [applicationId] }) },
  "review/list-extensions#listPendingExtensions": { open: { staff: ["signer"] }, call: (actor) => listPendingExtensions(actor) },
  "site-visits/order-site-visit#orderSiteVisit": {
    open: { staff: ["examiner"] }, record: reviewedCase,
    call: (actor, applicationId, world) => orderSiteVisit(actor, {
      applicationId, plannedOn: "2099-01-05", place: "厂区", officialIds: [staffNamed(world, "intake").accountId, staffNamed(world, "examiner").accountId], pausesClock: false, reason: "核对机具", idempotencyKey: randomUUID(),
    }),
  },
  "site-visits/cancel-site-visit#cancelSiteVisit": { open: { staff: ["examiner"] }, record: newVisit, call: (actor, visitId) => cancelSiteVisit(actor, { visitId, revision: 1, reason: "改期" }) },
  "site-visits/get-site-visits#getSiteVisits": { open: { staff: readers }, record: reviewedCase, call: getSiteVisits },
  "site-visits/get-site-visits#getCaseTasks": { open: { staff: readers }, record: reviewedCase, call: getCaseTasks },
  "site-visits/get-site-visits#listOwnVisits": { open: { staff: reviewers }, call: (actor) => listOwnVisits(actor) },
  "site-visits/photos#registerPhotos": { open: { staff: reviewers }, record: newVisit, call: (actor, visitId) => registerPhotos(actor, { visitId }, [{ name: "厂房.png", size: 9 }]) },
  "site-visits/photos#removePhoto": { open: { staff: reviewers }, record: newPhoto, call: removePhoto },
  "site-visits/photos#openPhoto": { open: { staff: readers }, record: newPhoto, call: openAnyPhoto },
  "site-visits/print-record#printSiteVisit": { open: { staff: readers }, record: newVisit, call: printSiteVisit },
  "site-visits/record-site-visit#recordSiteVisit": {
    open: { staff: reviewers }, record: newVisit, call: (actor, visitId) => recordSiteVisit(actor, { visitId, basedOn: "", visitedOn: "2026-11-22", findings: [], attendee: "王经理", summary: "" }),
  },
  "site-visits/sign-site-visit#signSiteVisit": { open: { staff: reviewers }, record: newVisit, call: (actor, visitId) => signSiteVisit(actor, { visitId, revision: 1 }) },
};

/** 收身份、但不直接对外的。 */
export const siteVisitInner: Readonly<Record<string, string>> = {
  "review/batch-standing#requireBatch": "成批办理的授权本身",
  "site-visits/lock-visit#requireOfficial": "现场核查的授权本身",
};

/** 不收身份而路由够得着的。 */
export const siteVisitWithoutActor: Readonly<Record<string, string>> = {
  "site-visits/photos#completePhoto": "凭签过名的元数据，登记前再判断一次",
};
