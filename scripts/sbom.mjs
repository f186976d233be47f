// npm run sbom: what the product is made of, as CycloneDX, and the licences. From package-lock.json, without network.
import { mkdirSync, writeFileSync } from "node:fs";
import { countLicences, licenceFaults, listLicences } from "./dependencies/licences.mjs";
import { runNpm } from "./dependencies/run-npm.mjs";
import { Failure, runScript } from "./platform/failure.mjs";
import { inProject } from "./platform/locations.mjs";

await runScript(async () => {
  const { output, error } = await runNpm(["sbom", "--sbom-format", "cyclonedx", "--sbom-type", "application", "--package-lock-only", "--omit=dev"]);
  let sbom;
  try {
    sbom = JSON.parse(output);
  } catch {
    throw new Failure("npm 没有给出物料清单", `npm sbom: ${error.split("\n")[0]}`);
  }
  mkdirSync(inProject("test-results"), { recursive: true });
  const file = inProject("test-results/sbom.cyclonedx.json");
  writeFileSync(file, `${JSON.stringify(sbom, null, 2)}\n`);
  const packages = listLicences().filter(({ dev }) => !dev);
  console.log(`✓ ${sbom.components.length} 个组件，CycloneDX ${sbom.specVersion}：test-results/sbom.cyclonedx.json`);
  for (const [licence, count] of countLicences(packages)) console.log(`  ${String(count).padStart(4)}  ${licence}`);
  const faults = licenceFaults(packages);
  if (faults.length > 0) throw new Failure(`许可不在允许之列：${faults.join("；")}`, "licences that nobody has judged");
});
