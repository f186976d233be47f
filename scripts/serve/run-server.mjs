import { setTimeout as pause } from "node:timers/promises";
import { Failure } from "../platform/failure.mjs";
import { inProject } from "../platform/locations.mjs";
import { startProgram } from "../platform/session.mjs";
import { describeAccounts } from "./demonstration.mjs";

/** Starts the web server, tells when it answers, and stays until it ends. */
export async function runServer(session, parameters, { address, environment }) {
  const loaded = ["scripts/platform/end-with-parent.mjs", "scripts/serve/client-address.mjs", "scripts/serve/readable-address.mjs", "scripts/serve/unreadable-arguments.mjs"].flatMap((file) => ["--import", inProject(file)]);
  const { exited } = startProgram(session, process.execPath, [...loaded, ...parameters], {
    env: environment,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  let ended = false;
  void exited.finally(() => (ended = true)).catch(() => undefined);
  const ready = await waitUntilReady(address, () => ended);
  if (ready) console.log(["", `✓ 系统已就绪：${address.origin}`, ...describeAccounts(), "按 Ctrl-C 停止。", ""].join("\n"));
  const { code, signal } = await exited;
  if (session.isEnding()) return;
  throw new Failure("网页服务意外停止，原因见上文", `server ended with ${signal ?? code}`);
}

async function waitUntilReady({ port, host }, hasEnded) {
  const name = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  while (!hasEnded()) {
    const answer = await fetch(`http://${name}:${port}/api/health`).catch(() => undefined);
    if (answer) return true;
    await pause(200);
  }
  return false;
}
