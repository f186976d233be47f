import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { EnterpriseActor, StaffActor } from "@/lib/access/actor";
import { db } from "@/lib/data/client";
import { findSection } from "@/lib/forms/business";
import type { Prisma } from "@/lib/generated/prisma/client";
import { getBusiness } from "@/lib/licensing/businesses";
import { getApplication } from "@/lib/services/applications/get-application";
import { saveSection, SaveSectionInput } from "@/lib/services/applications/save-section";
import { listQueue, listQueuePage } from "@/lib/services/review/list-queue";
import { firstQueue } from "./floor/first-queue";

// A program of its own: the floor and our services behind the same barest HTTP server, one pool, one process. What the web
// framework costs is the same on both sides and left out, so that the ratio is that of the work itself.

type Handler = (parameters: URLSearchParams, body: string) => Promise<object | undefined>;

const keyIn = (parameters: URLSearchParams) => ({ applicationId: parameters.get("applicationId") ?? "", sectionKey: parameters.get("sectionKey") ?? "" });

/** Who acts, from the address: the benchmark measures the services, not the sign-in. */
function actorIn(parameters: URLSearchParams): EnterpriseActor {
  const accountId = parameters.get("accountId") ?? "";
  return { kind: "enterprise", accountId, sessionId: accountId, name: "bench", enterpriseId: parameters.get("enterpriseId") ?? "", roles: ["owner"] };
}

function reviewerIn(parameters: URLSearchParams): StaffActor {
  const accountId = parameters.get("accountId") ?? "";
  return { kind: "staff", accountId, sessionId: accountId, name: "bench", officeCode: parameters.get("officeCode") ?? "", roles: ["intake"] };
}

const handlers: Record<string, Handler> = {
  /** What one writes first: twenty rows of one state with their enterprise and application, read with Prisma. */
  "/queue/floor": async (parameters) => ({ rows: await firstQueue(parameters.get("officeCode") ?? "") }),
  /** The same rows through the service: authorised, two states merged, marks, due words, absences, where the next page begins. */
  "/queue/service": (parameters) => listQueuePage(reviewerIn(parameters), { stage: "intake" }),
  /** And the counts of the six cuts with them, as the page shows them. */
  "/queue/counted": (parameters) => listQueue(reviewerIn(parameters), { stage: "intake" }),
  /** What one writes first: one row, read with Prisma. */
  "/open/floor": async (parameters) => {
    const row = await db().sectionAnswer.findUnique({ where: { applicationId_sectionKey: keyIn(parameters) } });
    return row ? { answers: row.data, revision: row.revision } : undefined;
  },
  /** The read path of the section page: authorised, every tab, files, remarks and actions; the same rows are sent back. */
  "/open/service": async (parameters) => {
    const { applicationId, sectionKey } = keyIn(parameters);
    const view = await getApplication(actorIn(parameters), applicationId);
    const section = findSection(getBusiness(view.business), sectionKey);
    return section && { answers: view.context.answers[section.key], revision: view.revisions[section.key] };
  },
  /** What one writes first: one row, its revision checked, written in one Prisma transaction. */
  "/save/floor": async (parameters, body) => {
    const { revision, data } = JSON.parse(body) as { revision: number; data: Prisma.InputJsonValue };
    const where = { applicationId_sectionKey: keyIn(parameters) };
    const stored = await db().$transaction(async (tx) => {
      const row = await tx.sectionAnswer.findUnique({ where });
      return row?.revision === revision ? tx.sectionAnswer.update({ where, data: { data, revision: { increment: 1 } } }) : undefined;
    });
    return stored && { revision: stored.revision, answers: stored.data };
  },
  /** The real service: input parsed, authorised, merged value by value, checked, revision kept, audited. */
  "/save/service": async (parameters, body) => {
    const outcome = await saveSection(actorIn(parameters), SaveSectionInput.parse(JSON.parse(body)));
    return outcome.refused.length + outcome.conflicts.length === 0 ? outcome : undefined;
  },
  "/ready": () => Promise.resolve({}),
};

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [path = "", query = ""] = (request.url ?? "").split("?");
  const found = await handlers[path]?.(new URLSearchParams(query), request.method === "POST" ? await bodyOf(request) : "");
  response.writeHead(found ? 200 : 409, { "content-type": "application/json" }).end(JSON.stringify(found ?? {}));
}

createServer((request, response) => {
  answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
}).listen(Number(process.env.PORT), "127.0.0.1");
process.on("SIGINT", () => process.exit(0));
