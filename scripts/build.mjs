// npm run build: the database client, the production build, its static files.
import { buildForProduction } from "./build/production-build.mjs";
import { requireNode, runScript } from "./platform/failure.mjs";
import { withSession } from "./platform/session.mjs";

await runScript(async () => {
  requireNode();
  await withSession((session) => buildForProduction(session));
});
