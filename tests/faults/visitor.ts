import { Agent, request } from "node:http";
import { type BuiltAction, builtActions, fillAddress } from "./build";

export interface Reply {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

export interface Sending {
  method?: string;
  cookie?: string;
  body?: string | Buffer;
  headers?: Record<string, string>;
}

/** One request, whatever the answer; only a broken connection throws. */
export async function send(url: string, sending: Sending = {}): Promise<Reply> {
  const { bytes, ...reply } = await sendForBytes(url, sending);
  return { ...reply, text: bytes.toString() };
}

/** The same for files: the answer as it came. */
export function sendForBytes(url: string, { method = "GET", cookie, body, headers = {} }: Sending = {}): Promise<Omit<Reply, "text"> & { bytes: Buffer }> {
  return new Promise((resolve, reject) => {
    const all = { ...(cookie ? { cookie } : {}), ...(body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) }), ...headers };
    const sent = request(url, { agent, method, headers: all, timeout: 30_000 }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes: Buffer.concat(chunks) }));
    });
    sent.on("timeout", () => sent.destroy(new Error("no answer within 30 seconds")));
    sent.on("error", reject);
    sent.end(body);
  });
}

const actions = new Map<string, BuiltAction>();

export function actionNamed(name: string): BuiltAction {
  if (actions.size === 0) for (const action of builtActions()) actions.set(action.name, action);
  const found = actions.get(name);
  if (!found) throw new Error(`the build has no action ${name}`);
  return found;
}

export interface Calling extends Sending {
  /** Values of the page's bracketed parts. */
  at?: Readonly<Record<string, string>>;
  origin?: string | undefined;
}

/** Calls a server action as a browser does; the arguments as they are written on the wire. */
export function callAction(server: string, action: BuiltAction, wire: string, { at, origin, headers, ...more }: Calling = {}): Promise<Reply> {
  const page = fillAddress(`/${action.page.replace(/\/?page$/, "").replace(/\(\w+\)\/?/g, "")}`, at);
  const own: Record<string, string> = origin === undefined ? {} : { origin };
  return send(server + page, { ...more, method: "POST", body: wire, headers: { "next-action": action.id, "content-type": "text/plain;charset=UTF-8", accept: "text/x-component", ...own, ...headers } });
}

/** The value an action answered with; undefined where it answered nothing of its own. */
export function answerIn(text: string): { ok: boolean; code?: string; value?: unknown; message?: string } | undefined {
  const line = /^1:(\{.*\})$/m.exec(text)?.[1];
  try {
    return line === undefined ? undefined : (JSON.parse(line) as { ok: boolean });
  } catch {
    return undefined;
  }
}
