import { randomUUID } from "node:crypto";
import { db } from "@/lib/data/client";
import { addExchangeClient, listExchangeClients, revokeExchangeClient } from "@/lib/services/evaluation/exchange/clients";
import { exportReceived } from "@/lib/services/evaluation/export-received";
import { exportFigures } from "@/lib/services/evaluation/figures/export-figures";
import { readFigures } from "@/lib/services/evaluation/figures/read-figures";
import { chooseSatisfaction, getSatisfaction } from "@/lib/services/evaluation/figures/satisfaction";
import type { Expectation } from "./expectations";

const readers = { staff: ["evaluationOfficer", "administrator"] as const };
const administrator = { staff: ["administrator"] as const };

async function newClient(): Promise<string> {
  const { id } = await db().exchangeClient.create({ data: { name: "对方", keyId: randomUUID(), secretEncrypted: "a.b.c", createdById: randomUUID() } });
  return id;
}

/** 统计、导出与数据交换的服务各对谁开放。 */
export const figuresExpectations: Readonly<Record<string, Expectation>> = {
  "evaluation/exchange/clients#addExchangeClient": { open: administrator, acrossOffices: true, call: (actor) => addExchangeClient(actor, { name: "省级平台" }) },
  "evaluation/exchange/clients#listExchangeClients": { open: administrator, acrossOffices: true, call: (actor) => listExchangeClients(actor) },
  "evaluation/exchange/clients#revokeExchangeClient": { open: administrator, acrossOffices: true, record: newClient, call: (actor, id) => revokeExchangeClient(actor, { id }) },
  "evaluation/export-received#exportReceived": { open: readers, call: (actor) => exportReceived(actor, { level: "bad" }, "csv") },
  "evaluation/figures/export-figures#exportFigures": { open: readers, call: (actor) => exportFigures(actor, {}, "csv") },
  "evaluation/figures/read-figures#readFigures": { open: readers, call: (actor) => readFigures(actor, { period: "2026" }) },
  "evaluation/figures/satisfaction#chooseSatisfaction": { open: administrator, acrossOffices: true, call: (actor) => chooseSatisfaction(actor, { satisfiedFrom: 4 }) },
  "evaluation/figures/satisfaction#getSatisfaction": { open: administrator, acrossOffices: true, call: (actor) => getSatisfaction(actor) },
};

export const figuresInner: Readonly<Record<string, string>> = {
  "evaluation/list-evaluations#receivedScope": "由列表与导出调用，授权在其中",
};

/** 公开的，或凭签名的。 */
export const figuresWithoutActor: Readonly<Record<string, string>> = {
  "evaluation/exchange/answer-exchange#answerExchange": "凭请求的签名",
  "evaluation/export-format#parseFormat": "只认格式",
  "evaluation/figures/publish-figures#getPublication": "公示人人可看，少于五条的隐去",
};
