// npm start: one command from a fresh checkout to a running system.
import { ensureBuild, standaloneServer } from "./build/production-build.mjs";
import { requireNode, runScript } from "./platform/failure.mjs";
import { withSession } from "./platform/session.mjs";
import { prepareServer } from "./serve/prepare.mjs";
import { runServer } from "./serve/run-server.mjs";

const announce = (step) => console.log(`· ${step}…`);

await runScript(async () => {
  requireNode();
  await withSession(async (session) => {
    const server = await prepareServer(session, announce);
    await ensureBuild(session, () => announce("构建（源文件有变化，约一分钟）"));
    const environment = { ...server.environment, NODE_ENV: "production" };
    await runServer(session, [standaloneServer], { ...server, environment });
  });
});
