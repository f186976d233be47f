// npm test: everything, in order, with nothing skipped in silence. `npm test -- unit journeys` runs only those steps.
import { runScript } from "./platform/failure.mjs";
import { runSteps } from "./test/steps.mjs";

await runScript(() => runSteps(process.argv.slice(2)));
