// npm run validate: the quick half of `npm test`, for while one is working.
import { runScript } from "./platform/failure.mjs";
import { runSteps } from "./test/steps.mjs";

await runScript(() => runSteps(["generate", "types", "lint", "architecture", "conformance", "unit"]));
