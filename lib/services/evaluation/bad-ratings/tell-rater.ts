import type { BadRatingRecord } from "@/lib/data/bad-ratings";
import type { Db } from "@/lib/data/client";
import { insertMessage } from "@/lib/data/communication";
import { matterWord } from "@/lib/evaluation/matters";
import type { EvaluationChannel } from "@/lib/terms/evaluation";

/** 由待办评价的企业收到答复；扫码的人是谁不知道，由回访告知。 */
export async function tellRater(tx: Db, { channel, caseId, enterpriseId, matter, number }: BadRatingRecord, answer: string, excluded: boolean): Promise<void> {
  if (channel !== ("todo" satisfies EvaluationChannel) || !caseId || !enterpriseId) return;
  const title = excluded ? "您的评价经复核不计入统计" : "您的评价已答复";
  await insertMessage(tx, { enterpriseId, caseId, title, body: `${matterWord(matter)} ${number ?? ""}：${answer}`, href: `/evaluations/${caseId}` });
}
