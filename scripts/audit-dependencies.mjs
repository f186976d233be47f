// npm run audit:dependencies: known vulnerabilities of what the product runs on. Asks the registry. Exit codes: 0 none that
// is high or critical, 1 there is one, 2 the registry did not answer, so nothing is known.
import { readAudit } from "./dependencies/audit-report.mjs";
import { runNpm } from "./dependencies/run-npm.mjs";
import { runScript } from "./platform/failure.mjs";

await runScript(async () => {
  const { output } = await runNpm(["audit", "--omit=dev", "--json"]);
  const { code, lines } = readAudit(output);
  for (const line of lines) (code === 0 ? console.log : console.error)(line);
  process.exitCode = code;
});
