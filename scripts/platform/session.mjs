import { spawn } from "node:child_process";
import { projectRoot } from "./locations.mjs";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * What a command has to undo when it ends, however it ends: tasks run last to first, once.
 * Ctrl-C, SIGTERM and a closed terminal run them and end with exit code 0.
 */
export function createSession() {
  const tasks = [];
  let ending;
  const end = () => (ending ??= runTasks(tasks));
  const endProcess = () => void end().then(() => process.exit(process.exitCode ?? 0));
  for (const signal of signals) process.on(signal, endProcess);
  if (process.env.npm_lifecycle_event) watchParent(endProcess);
  return {
    end,
    isEnding: () => ending !== undefined,
    defer(task) {
      tasks.push(task);
      return () => {
        const index = tasks.indexOf(task);
        if (index >= 0) tasks.splice(index, 1);
      };
    },
  };
}

/** npm passes SIGTERM on to a shell that dies of it and tells us nothing; that we lost our parent is the sign. */
function watchParent(lost) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    lost();
  }, 500);
  timer.unref();
}

async function runTasks(tasks) {
  while (tasks.length > 0) await Promise.resolve(tasks.pop()()).catch((error) => console.error(String(error?.message ?? error)));
}

/** Runs the body with a session that always ends; an error caused by the ending itself is not reported. */
export async function withSession(body) {
  const session = createSession();
  try {
    return await body(session);
  } catch (error) {
    if (!session.isEnding()) throw error;
  } finally {
    await session.end();
  }
}

/** Starts a program that dies with the session. `exited` gives its exit code and, with `capture`, its output. */
export function startProgram(session, command, parameters, { capture = false, ...options } = {}) {
  const stdio = capture ? ["ignore", "pipe", "pipe"] : "inherit";
  const child = spawn(command, parameters, { cwd: projectRoot, stdio, ...options });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (text) => (output += text));
  const exited = new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve({ code: code ?? 1, signal, output }));
  });
  const settled = exited.catch(() => undefined).finally(session.defer(() => stopProgram(child, settled)));
  return { child, exited };
}

/** Asks politely, then insists. */
async function stopProgram(child, settled) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  const insist = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await settled;
  clearTimeout(insist);
}
