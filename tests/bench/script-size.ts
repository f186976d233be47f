import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import vm from "node:vm";
import { gzipSync } from "node:zlib";
import { type Result, round } from "./measure";

interface Manifest {
  entryJSFiles?: Record<string, string[]>;
}

const limits = [
  { area: "企业", limit: 200, covers: (page: string) => page.startsWith("/(enterprise)") },
  { area: "公众", limit: 200, covers: (page: string) => page.startsWith("/(public)") },
  { area: "内网", limit: 240, covers: (page: string) => page.startsWith("/admin") },
] as const;

/** P10: the scripts of a page's first load, gzipped, from the manifests of the build. */
export function benchScripts(build: string): Result[] {
  const pages = pagesOf(build);
  return limits.flatMap(({ area, limit, covers }): Result[] => {
    const own = pages.filter(({ page }) => covers(page)).toSorted((a, b) => b.kilobytes - a.kilobytes);
    const [largest] = own;
    if (!largest) return [];
    return [
      {
        id: "P10", what: `${area}页面的脚本（${own.length} 页中最大）`, figure: `${largest.kilobytes} kB gzip（${largest.page}）`, target: `≤ ${limit} kB`, pass: largest.kilobytes <= limit,
        detail: { area, kilobytes: largest.kilobytes, page: largest.page, pages: own.length },
      },
    ];
  });
}

function pagesOf(build: string): { page: string; kilobytes: number }[] {
  const shared = (JSON.parse(readFileSync(path.join(build, "build-manifest.json"), "utf8")) as { rootMainFiles?: string[] }).rootMainFiles ?? [];
  const folder = path.join(build, "server/app");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith("page_client-reference-manifest.js"));
  return files.flatMap((file) =>
    Object.entries(manifestsIn(path.join(folder, file))).map(([entry, manifest]) => {
      const scripts = new Set([...shared, ...Object.values(manifest.entryJSFiles ?? {}).flat()]);
      return { page: entry.replace(/\/page$/, ""), kilobytes: round([...scripts].reduce((sum, script) => sum + gzipSize(build, script), 0) / 1000) };
    }),
  );
}

/** The manifest is a script that fills a global. */
function manifestsIn(file: string): Record<string, Manifest> {
  const sandbox: { __RSC_MANIFEST?: Record<string, Manifest> } = {};
  vm.runInNewContext(readFileSync(file, "utf8"), { globalThis: sandbox, self: sandbox });
  return sandbox.__RSC_MANIFEST ?? {};
}

function gzipSize(build: string, script: string): number {
  const file = path.join(build, decodeURIComponent(script));
  return existsSync(file) ? gzipSync(readFileSync(file), { level: 9 }).length : 0;
}
