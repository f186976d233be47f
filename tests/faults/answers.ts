import type { Reply } from "./visitor";
import { answerIn } from "./visitor";

/** What must never be in an answer: our own files, the inside of libraries, the words of the database. */
const traces = /node_modules|\.next\/server|\bat [\w.<>]+ \(|PrismaClient|Invalid `|relation ".*" does not exist|syntax error at or near|ECONNREFUSED|\/lib\/(data|services)\//;

/** Why an answer is a fault; undefined for a decent refusal or answer. */
export function faultOf(reply: Reply): string | undefined {
  if (reply.status >= 500 && reply.status !== 503) return `answered ${reply.status}`;
  if (traces.test(reply.text)) return "shows its inside";
  const answer = answerIn(reply.text);
  if (answer?.code === "unexpected") return `unexpected: ${answer.message ?? ""}`;
  return undefined;
}
