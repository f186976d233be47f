import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { transaction } from "@/lib/data/client";
import { newLicence } from "@/lib/licensing/businesses/new-licence";
import { submitApplication } from "@/lib/services/applications/submit-application";
import { actorOf } from "@/prisma/seed/drive-case";
import { insertStaff } from "@/prisma/seed/enterprises";
import { cookieFor, startApp } from "./app";
import { call } from "./client";
import { type Result, round } from "./measure";
import { nextFloor } from "./next-floor";
import { ensureOffices } from "./offices";
import { prepareApplication } from "./prepare";

interface Area {
  what: string;
  limit: number;
  cookie?: string;
  pages: string[];
}

/** P10: the scripts a browser fetches for the first view of each page, gzipped, beside the barest Next page. */
export async function benchScripts(dataFolder: string, build: string): Promise<Result[]> {
  const [floorBuild, areas] = [nextFloor(dataFolder), await areasOf()];
  const floorServer = await floorBuild.start();
  const floor = scriptsIn(await call(`${floorServer.origin}/`), floorBuild.build).kilobytes;
  await floorServer.stop();
  const app = await startApp(path.join(dataFolder, "app"), process.env.DATABASE_URL);
  try {
    const results: Result[] = [];
    for (const area of areas) results.push(await measureArea(area, app.origin, build, floor));
    return results;
  } finally {
    await app.stop();
  }
}

async function areasOf(): Promise<Area[]> {
  await ensureOffices();
  const staff = await transaction((tx) => insertStaff(tx, "no-password", new Date()));
  const [draft, submitted] = [await prepareApplication(60), await prepareApplication(60, 1000)];
  await submitApplication(actorOf(submitted.enterprise), { applicationId: submitted.applicationId, idempotencyKey: randomUUID(), truthPromise: true });
  const enterprise = await cookieFor(draft.enterprise.accountId, "enterprise");
  const intake = await cookieFor(staff.find(({ role }) => role === "intake")?.id ?? "", "staff");
  const own = `/applications/${draft.applicationId}`;
  return [
    { what: "企业填报页签", limit: 200, cookie: enterprise, pages: newLicence.sections.map(({ key }) => `${own}/sections/${key}`) },
    { what: "企业其他页面", limit: 200, cookie: enterprise, pages: ["/home", "/applications", own, `${own}/history`, "/licences", "/messages", "/profile", "/profile/colleagues", "/profile/password"] },
    { what: "内网案件页", limit: 240, cookie: intake, pages: [`/admin/applications/${submitted.applicationId}`] },
    { what: "内网其他页面", limit: 240, cookie: intake, pages: ["/admin/queue?cut=all", "/admin/queue/intake", "/admin/licences", "/admin/password"] },
    { what: "公众页面", limit: 200, pages: ["/login", "/register", "/register/form", "/recover-password", "/verify", "/guides", "/guides/new-licence", "/notices", "/admin/login"] },
  ];
}

async function measureArea({ what, limit, cookie, pages }: Area, origin: string, build: string, floor: number): Promise<Result> {
  const sizes: Record<string, number> = {};
  for (const page of pages) sizes[page.replace(/[0-9a-f-]{36}/, "…")] = scriptsIn(await call(origin + page, undefined, cookie), build).kilobytes;
  const [largest = "", kilobytes = 0] = Object.entries(sizes).toSorted(([, a], [, b]) => b - a)[0] ?? [];
  return {
    id: "P10", what: `${what}的脚本`, figure: `${kilobytes} kB（${largest}，${pages.length} 页中最大）`, floor: `裸 Next 页面 ${floor} kB`, ratio: round(floor / kilobytes, 2),
    target: `≤ ${limit} kB gzip`, reach: { value: kilobytes, wanted: limit, unit: "kB", least: false }, pass: kilobytes > 0 && kilobytes <= limit, detail: { limit, floor, kilobytes, ...sizes },
  };
}

/** Every script the page names, in a tag or in the data React starts from; not the one for browsers without modules. */
function scriptsIn(html: string, build: string): { kilobytes: number } {
  const wanted = html.replace(/<script[^>]*\bnomodule\b[^>]*>/gi, "");
  const files = new Set([...wanted.matchAll(/static\/chunks\/[^"'\\?\s]+\.js/g)].map(([file]) => file));
  const bytes = [...files].map((file) => gzipSync(readFileSync(path.join(build, decodeURIComponent(file))), { level: 9 }).length);
  return { kilobytes: round(bytes.reduce((sum, size) => sum + size, 0) / 1000) };
}
