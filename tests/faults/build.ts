import { readFileSync } from "node:fs";
import path from "node:path";

const build = path.resolve(import.meta.dirname, "../../.next/server");
const manifest = (name: string): unknown => JSON.parse(readFileSync(path.join(build, name), "utf8"));

/** A server action of the build: everybody can call it, whatever page it is meant for. */
export interface BuiltAction {
  id: string;
  name: string;
  file: string;
  /** A page that carries it, as the build writes it: (enterprise)/applications/[applicationId]/page. */
  page: string;
}

interface ActionManifest {
  node: Record<string, { workers: Record<string, unknown>; filename?: string; exportedName?: string }>;
}

/** All server actions, found in the build's own manifest. */
export function builtActions(): BuiltAction[] {
  const { node } = manifest("server-reference-manifest.json") as ActionManifest;
  return Object.entries(node).map(([id, { workers, filename, exportedName }]) => ({ id, name: exportedName ?? "", file: filename ?? "", page: Object.keys(workers)[0]?.replace(/^app\//, "") ?? "" }));
}

/** All addresses: pages without their groups, routes as they are. */
export function builtAddresses(): { pages: string[]; routes: string[] } {
  const entries = Object.keys(manifest("app-paths-manifest.json") as Record<string, string>);
  const address = (entry: string): string => entry.replace(/\/(page|route)$/, "").replace(/\/\([^)]*\)/g, "") || "/";
  return {
    pages: [...new Set(entries.filter((entry) => entry.endsWith("/page")).map(address))].filter((page) => !page.startsWith("/_")).toSorted(),
    routes: [...new Set(entries.filter((entry) => entry.endsWith("/route")).map(address))].toSorted(),
  };
}

/** An address with its bracketed parts filled in; a part without a value gets an id that exists nowhere. */
export function fillAddress(pattern: string, values: Readonly<Record<string, string>> = {}): string {
  const absent = "0198aaaa-0000-7000-8000-000000000000";
  return pattern.replace(/\[+(?:\.\.\.)?([^\]]+)\]+/g, (_, name: string) => encodeURIComponent(values[name] ?? absent));
}
