import { setTimeout as pause } from "node:timers/promises";
import { Failure } from "../platform/failure.mjs";
import { inProject } from "../platform/locations.mjs";
import { startProgram } from "../platform/session.mjs";
import { findFreePort } from "../postgres/free-port.mjs";
import { removeEmbeddedServer } from "../postgres/embedded-server.mjs";
import { findChromium } from "./chromium.mjs";
import { runPlaywright } from "./run-step.mjs";

const dataFolder = inProject(".data/test-journeys");

/** Browser journeys against what ships: `npm start` with a database of its own, made anew, and the demonstration data. */
export async function runJourneys(session, parameters = []) {
  const chromium = findChromium();
  await removeEmbeddedServer(dataFolder);
  const port = await findFreePort();
  const origin = `http://localhost:${port}`;
  // Never the database of whoever runs the tests: without DATABASE_URL the server takes the embedded one.
  const settings = { DATABASE_URL: "", DATA_DIR: dataFolder, PORT: String(port), APP_ORIGIN: origin, LISTEN_HOST: "127.0.0.1", DEMO_DATA: "1" };
  const server = startProgram(session, process.execPath, [inProject("scripts/start.mjs")], { env: { ...process.env, ...settings } });
  await waitForServer(origin, server);
  try {
    const browser = { ...chromium.env, CHROMIUM_PATH: chromium.program, E2E_ORIGIN: origin, E2E_DATA_DIR: dataFolder };
    return await runPlaywright(session, browser, parameters);
  } finally {
    server.child.kill("SIGTERM");
    await server.exited;
  }
}

async function waitForServer(origin, server) {
  const hasEnded = () => server.child.exitCode !== null || server.child.signalCode !== null;
  for (let tries = 0; tries < 1200 && !hasEnded(); tries += 1) {
    const answer = await fetch(`${origin}/api/health`).catch(() => undefined);
    if (answer?.ok) return;
    await pause(250);
  }
  throw new Failure("测试用的服务没有启动，原因见上文", "the server under test did not start");
}
