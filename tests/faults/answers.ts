import type { Reply } from "./visitor";
import { answerIn } from "./visitor";

/** What must never be in an answer: our own files, the inside of libraries, the words of the database. */
const traces = /node_modules|\.next\/server|\bat [\w.<>]+ \(|PrismaClient|Invalid `|relation ".*" does not exist|syntax error at or near|ECONNREFUSED|\/lib\/(data|services)\//;

/**
 * Bytes that are no arguments in React's own notation never reach our code: Next answers them 500 with nothing but a digest.
 * Counted apart, not as faults of ours.
 */
export const isUndecodable = ({ status, text }: Reply): boolean => status === 500 && (/^(0:.*\n)?1:E\{"digest":"\d+"\}\s*$/.test(text) || text === "");

/** Why an answer is a fault; undefined for a decent refusal or answer. */
export function faultOf(reply: Reply): string | undefined {
  if (reply.status >= 500 && reply.status !== 503) return `answered ${reply.status}`;
  if (traces.test(reply.text)) return "shows its inside";
  const answer = answerIn(reply.text);
  if (answer?.code === "unexpected") return `unexpected: ${answer.message ?? ""}`;
  return undefined;
}
