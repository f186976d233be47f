import { createInterface } from "node:readline";
import { createMigration, evaluateDataLoss } from "./migration-methods.mjs";
import { createEngine, panicMessage } from "./wasm-engine.mjs";

const replaced = { createMigration, evaluateDataLoss };
const renamed = { getDatabaseVersion: "version" };

/** Answers JSON-RPC requests, one a line, in order, until stdin ends. */
export async function serveEngine(request) {
  let queue = Promise.resolve();
  for await (const line of createInterface({ input: process.stdin })) {
    const message = line.trim() ? JSON.parse(line) : {};
    if (message.method) queue = queue.then(() => answer(request, message));
  }
  await queue;
}

async function answer(request, { id, method, params }) {
  try {
    const engine = await createEngine(request);
    const name = renamed[method] ?? method;
    const result = replaced[name] ? await replaced[name](engine, params, request.datasource) : await engine[name](params);
    if (method === "diff" && typeof result?.stdout === "string") {
      send({ id: `print-${id}`, method: "print", params: { content: result.stdout } });
    }
    send({ id, result: result ?? {} });
  } catch (error) {
    send({ id, error: { code: 4466, message: "An error happened. Check the data field for details.", data: describe(error) } });
  }
}

/** Prisma's error shape: a known code with its message, or the bare message. */
export function describe(error) {
  const message = panicMessage() || String(error?.message ?? error);
  const code = error?.code ?? /P\d{4}/.exec(message)?.[0];
  if (!code) return { is_panic: false, message, backtrace: null };
  return { is_panic: false, message: message.replace(/^.*?P\d{4}\s*/s, ""), meta: error?.meta ?? {}, error_code: code };
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
}
