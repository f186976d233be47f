import type { Db } from "@/lib/data/client";
import { matterExpiry, visitExpiry } from "@/lib/evaluation/codes";
import { RATING_WINDOW_DAYS } from "@/lib/evaluation/phone";
import type { Prisma } from "@/lib/generated/prisma/client";
import { addDays, type IsoDate, shanghaiDate } from "@/lib/workflow/iso-date";
import { DEMO_OFFICE } from "./enterprises";
import { idAt } from "./identities";

interface Planned {
  point: string;
  /** 多少天前生成、几天有效。 */
  ago: number;
  days: number;
  revoked?: { ago: number; reason: string };
}

/** 大厅的三个窗口一批生成，另有到期的、撤销的各一个。 */
const planned: readonly Planned[] = [
  ...["政务服务大厅 1 号窗口", "政务服务大厅 2 号窗口", "政务服务大厅 3 号窗口"].map((point) => ({ point, ago: 400, days: 1095 })),
  { point: "沈阳临时受理点", ago: 420, days: 90 },
  { point: "旧大厅综合窗口", ago: 430, days: 1095, revoked: { ago: 395, reason: "窗口搬到政务服务大厅，旧海报已取下" } },
];

/** 演示用的评价二维码；窗口收到的评价归到各自的码，近来办结的一件有一事一评码。 */
export async function insertEvaluationCodes(tx: Db, today: IsoDate, { staff }: { staff: readonly { id: string; login: string }[] }): Promise<void> {
  const createdById = staff.find(({ login }) => login === "pingjia")?.id;
  if (!createdById) throw new Error("nobody makes codes");
  const batchId = idAt(momentOn(addDays(today, -400)));
  const codes = planned.map((plan, index) => visitCode(plan, index, { today, createdById, batchId }));
  await tx.evaluationCode.createMany({ data: codes });
  for (const { id, servicePoint, createdAt } of codes) {
    await tx.evaluation.updateMany({ where: { officeCode: DEMO_OFFICE, channel: "visit", serviceName: servicePoint ?? "", createdAt: { gte: createdAt } }, data: { codeId: id } });
  }
  await insertMatterCode(tx, today, createdById);
}

const momentOn = (on: IsoDate): Date => new Date(`${on}T10:00:00+08:00`);

function visitCode({ point, ago, days, revoked }: Planned, index: number, { today, createdById, batchId }: { today: IsoDate; createdById: string; batchId: string }) {
  const on = addDays(today, -ago);
  const createdAt = new Date(momentOn(on).getTime() - index);
  return {
    id: idAt(createdAt), kind: "visit", officeCode: DEMO_OFFICE, servicePoint: point, createdById, createdAt, expiresAt: visitExpiry(on, days), ...(ago === 400 ? { batchId } : {}),
    ...(revoked ? { revokedAt: momentOn(addDays(today, -revoked.ago)), revokedById: createdById, revokeReason: revoked.reason } : {}),
  } satisfies Prisma.EvaluationCodeCreateManyInput;
}

async function insertMatterCode(tx: Db, today: IsoDate, createdById: string): Promise<void> {
  const since = momentOn(addDays(today, -RATING_WINDOW_DAYS + 2));
  const found = await tx.case.findFirst({ where: { officeCode: DEMO_OFFICE, finishedAt: { gte: since }, submittedAt: { not: null }, evaluation: { is: null } }, orderBy: { finishedAt: "desc" }, select: { id: true, finishedAt: true } });
  if (!found?.finishedAt) return;
  const createdAt = new Date(Math.min(Date.now(), found.finishedAt.getTime() + 3_600_000));
  await tx.evaluationCode.create({ data: { id: idAt(createdAt), kind: "matter", officeCode: DEMO_OFFICE, caseId: found.id, createdById, createdAt, expiresAt: matterExpiry(shanghaiDate(found.finishedAt)) } });
}
