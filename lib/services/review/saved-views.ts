import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { notFound, Refusal } from "@/lib/access/refusal";
import { db, transaction } from "@/lib/data/client";
import { countSavedViews, deleteSavedView, insertSavedView, type SavedViewRecord, updateSavedView } from "@/lib/data/saved-views";
import { violatedIndex } from "@/lib/data/unique-violation";
import { queueAddress, QueueQuery } from "@/lib/licensing/queue-query";
import type { SavedQueueView } from "@/lib/licensing/queue-views";
import { authorisedStaff } from "./queue-scope";

/** 一个人至多保存这么多。 */
const MOST = 30;

const name = z.string().trim().min(1, "请写一个名称").max(30, "名称请不超过30字");

export const SaveViewInput = z.object({ name, query: QueueQuery });
export type SaveViewInput = z.output<typeof SaveViewInput>;

export const RenameViewInput = z.object({ id: z.uuid(), name });
export const RemoveViewInput = z.object({ id: z.uuid() });

const Stored = QueueQuery.catch(QueueQuery.parse({}));

/** 本人保存的筛选，各有一个地址；以前存下而现在认不出的项不算。 */
export const savedViewOf = ({ id, name: title, query }: SavedViewRecord): SavedQueueView => ({ id, name: title, href: queueAddress(Stored.parse(query)) });

/**
 * 把现在的筛选存下来。
 * @throws Refusal conflict 同名的已有，或存得太多
 */
export async function saveView(actor: Actor, { name: title, query }: SaveViewInput): Promise<void> {
  const staff = authorisedStaff(actor);
  await named(() =>
    transaction(async (tx) => {
      if ((await countSavedViews(tx, staff.accountId)) >= MOST) throw new Refusal("conflict", `至多保存${MOST}个筛选，请先删去不用的`);
      await insertSavedView(tx, { accountId: staff.accountId, name: title, query: Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) });
    }),
  );
}

/** 改名。 */
export async function renameView(actor: Actor, { id, name: title }: z.output<typeof RenameViewInput>): Promise<void> {
  const staff = authorisedStaff(actor);
  if (!(await named(() => updateSavedView(db(), staff.accountId, id, title)))) throw notFound("这个筛选");
}

/** 删去。 */
export async function removeView(actor: Actor, { id }: z.output<typeof RemoveViewInput>): Promise<void> {
  const staff = authorisedStaff(actor);
  if (!(await deleteSavedView(db(), staff.accountId, id))) throw notFound("这个筛选");
}

async function named<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const taken = "已有这个名称，请换一个";
    if (violatedIndex(error) === "SavedView_accountId_name_key") throw new Refusal("conflict", taken, { fields: { name: taken } });
    throw error;
  }
}
