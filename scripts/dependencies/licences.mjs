import { existsSync, readFileSync } from "node:fs";
import { inProject } from "../platform/locations.mjs";
import { allowed, judged, judgedFamilies } from "./licence-policy.mjs";

/** As npm spells it, today and long ago. */
const [field, oldField] = ["license", "licenses"];

const nameOf = (place) => place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);

/** An SPDX expression holds when one side of every OR and both of every AND are allowed. */
export function isAllowed(expression, licences = allowed) {
  const bare = expression.trim().replace(/^\((.*)\)$/s, "$1");
  const alternatives = bare.split(/\s+OR\s+/i);
  if (alternatives.length > 1) return alternatives.some((one) => isAllowed(one, licences));
  return bare.split(/\s+AND\s+/i).every((one) => licences.has(one.trim()));
}

function licenceInPackage(place) {
  const file = inProject(place, "package.json");
  if (!existsSync(file)) return undefined;
  const { [field]: licence, [oldField]: several } = JSON.parse(readFileSync(file, "utf8"));
  if (typeof licence === "string") return licence;
  return licence?.type ?? (Array.isArray(several) ? several.map(({ type }) => type).join(" OR ") : undefined);
}

/** Binaries for other machines are not installed here; their family's installed member tells their licence. */
const isForOtherMachines = (place, entry) => Boolean(entry.optional && (entry.os || entry.cpu) && !existsSync(inProject(place)));

/** Every package of the lock file with its licence; the installed package is asked where the lock file does not say. */
export function listLicences(lock = JSON.parse(readFileSync(inProject("package-lock.json"), "utf8"))) {
  return Object.entries(lock.packages).filter(([place]) => place !== "").map(([place, entry]) => {
    const name = nameOf(place);
    const licence = entry[field] ?? licenceInPackage(place);
    return { name, version: entry.version, dev: Boolean(entry.dev), licence, elsewhere: licence === undefined && isForOtherMachines(place, entry) };
  });
}

/** Packages whose licence is neither allowed nor judged by name, or is another than was judged. */
export function licenceFaults(packages) {
  return packages.filter(({ name, licence, elsewhere }) => {
    if (elsewhere || (licence !== undefined && isAllowed(licence))) return false;
    const verdict = judged[name] ?? judgedFamilies.find((family) => family.name.test(name));
    if (!verdict) return true;
    return licence !== undefined && !isAllowed(licence, new Set([...allowed, verdict.licence]));
  }).map(({ name, version, licence }) => `${name}@${version}: ${licence ?? "没有写许可"}`);
}

/** How many packages have which licence. */
export function countLicences(packages) {
  const counts = new Map();
  for (const { licence, elsewhere } of packages) {
    const key = licence ?? (elsewhere ? "（别的机器用的预编译件）" : "（逐个看过）");
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a);
}
