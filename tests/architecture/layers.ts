import type { Import, SourceFile } from "./source-file";

export const domains = ["licensing", "enterprise", "personnel", "evaluation", "communication", "qualification", "practitioners", "agency", "audit"];

const rulesOfThePure = ["forms", "workflow", "terms", "access", "domain"];
/** Packages of plain functions or data. */
const purePackages = ["zod", "zod/mini", "stdnum", "@vant/area-data"];

type Rule = { layers: string[]; packages?: string[]; forbidden?: RegExp };
const database = /^(pg|@prisma\/.*)$/;
const interfaceAndDatabase = /^(react|react-dom|next|next-auth|pg|@prisma|@uploadthing)(\/.*)?$/;

/** docs: architecture, "Layers". A layer may always import itself; `domain` means any domain, `own` only the same one. */
const rules: Record<string, Rule> = {
  terms: { layers: [], packages: [] },
  forms: { layers: ["terms"], packages: purePackages },
  workflow: { layers: ["terms"], packages: purePackages },
  access: { layers: rulesOfThePure, packages: purePackages },
  domain: { layers: ["forms", "workflow", "terms", "access", "own"], packages: purePackages },
  data: { layers: ["domain", "access", "forms", "workflow", "terms", "generated"], forbidden: /^(next|react|next-auth)(\/.*)?$/ },
  integrations: { layers: ["domain", "terms"], forbidden: interfaceAndDatabase },
  services: { layers: ["domain", "access", "forms", "workflow", "terms", "data", "integrations"], forbidden: interfaceAndDatabase },
  auth: { layers: ["services", "access", "domain", "forms", "workflow", "terms", "actions"], forbidden: database },
  actions: { layers: ["services", "access", "domain", "forms", "workflow", "terms", "auth"], forbidden: database },
  components: {
    layers: ["forms", "workflow", "domain", "terms", "access"],
    forbidden: /^(next(?!\/(link|navigation)$)(\/.*)?|next-auth(?!\/react$)(\/.*)?|server-only|pg|@prisma\/.*|node:.*)$/,
  },
  app: { layers: ["components", "services", "auth", "actions", ...rulesOfThePure], forbidden: database },
  entrance: { layers: ["auth", "access", "terms", "services"], forbidden: database },
};

/** Named exceptions; each is a decision, not a habit. */
const mayReachBelow = ["app/api/upload/", "app/api/health/", "instrumentation.ts"];
/** Every other link goes through it: a bare one is fetched ahead as soon as it is seen. */
const onlyLink = "components/ui/Link.tsx";
const uploadRouter = /^(app\/api\/upload|lib\/[a-z]+\/upload)/;
const freeFolders = /^(tests|scripts|prisma)\//;

export function layerOf(file: string): { layer: string; domain?: string } {
  const [top = "", second = ""] = file.split("/");
  if (top === "lib" && domains.includes(second)) return { layer: "domain", domain: second };
  if (top === "lib") return { layer: second in rules || second === "generated" ? second : `unknown folder lib/${second}` };
  if (top === "app" || top === "components") return { layer: top };
  if (/^(middleware|instrumentation)(\.ts)?$/.test(file)) return { layer: "entrance" };
  return { layer: "free" };
}

const isProject = (from: string): boolean => /^(app|components|lib|prisma|scripts|tests|middleware|instrumentation)(\/|$)/.test(from);

/** Every import of a file that its layer may not make, in words. */
export function layerViolations(file: SourceFile): string[] {
  const { layer, domain } = layerOf(file.path);
  if (freeFolders.test(file.path) || layer === "free" || layer === "generated") return [];
  const rule = rules[layer];
  if (!rule) return [`${file.path}: ${layer}`];
  return file.imports.filter((one) => !isAllowed(file.path, { layer, domain, rule }, one)).map((one) => `${file.path} → ${one.from}`);
}

function isAllowed(file: string, own: { layer: string; domain?: string; rule: Rule }, { from, typeOnly }: Import): boolean {
  if (from === "next/link") return file === onlyLink;
  if (from.endsWith(".css")) return own.layer === "app" || own.layer === "components";
  if (!isProject(from)) return isPackageAllowed(own.rule, from);
  const target = layerOf(from);
  if (target.layer === own.layer && target.layer !== "domain") return true;
  if (target.layer === "domain" && own.layer === "domain") return isDomainAllowed(own.domain, target.domain);
  if (own.rule.layers.includes(target.layer)) return true;
  if (own.layer === "components" && typeOnly && uploadRouter.test(from)) return true;
  return mayReachBelow.some((place) => file.startsWith(place)) && ["data", "integrations"].includes(target.layer);
}

function isPackageAllowed({ packages, forbidden }: Rule, from: string): boolean {
  if (packages) return packages.includes(from);
  return !forbidden?.test(from);
}

/** Domains meet only in services; the licence's forms reuse the enterprise's field declarations. */
function isDomainAllowed(own: string | undefined, target: string | undefined): boolean {
  return own === target || (own === "licensing" && target === "enterprise");
}

const pureLayers = new Set(["terms", "forms", "workflow", "access", "domain"]);
export const isPure = (file: string): boolean => pureLayers.has(layerOf(file).layer);
