// npm run dev: the same system on the development server, without a build.
import { nextProgram } from "./build/production-build.mjs";
import { requireNode, runScript } from "./platform/failure.mjs";
import { withSession } from "./platform/session.mjs";
import { prepareServer } from "./serve/prepare.mjs";
import { runServer } from "./serve/run-server.mjs";

await runScript(async () => {
  requireNode();
  await withSession(async (session) => {
    const server = await prepareServer(session, (step) => console.log(`· ${step}…`));
    const { port, host } = server.address;
    const environment = { ...server.environment, NODE_ENV: "development" };
    await runServer(session, [nextProgram, "dev", "--port", String(port), "--hostname", host], { ...server, environment });
  });
});
