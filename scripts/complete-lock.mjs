// Run after `npm install` where the registry does not carry every platform's binaries: npm then leaves those optional
// packages out of package-lock.json, and `npm ci` refuses the file everywhere. Adds what npm itself would have written,
// but for the checksum, so that each machine still picks the package of its own platform.
import { readFileSync, writeFileSync } from "node:fs";
import { inProject } from "./platform/locations.mjs";
import { completeLock } from "./platform/lock-file.mjs";

const file = inProject("package-lock.json");
const lock = JSON.parse(readFileSync(file, "utf8"));
const added = completeLock(lock);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`package-lock.json: ${added.length} platform packages added`);
