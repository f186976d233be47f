import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { page, tableOf } from "./markdown";

interface CatalogueSection {
  section: string;
  title: string;
  requirements: { id: string; actor: string; text: string; terms: string }[];
}

const root = process.cwd();
const ID = /[LHRSP]-\d[\d.]*-\d+/g;
/** 测试标题：引号里的一句话，含条目号。 */
const TITLE = /(["'`])((?:(?!\1)[^\\\n]|\\.)*[LHRSP]-\d[\d.]*-\d+(?:(?!\1)[^\\\n]|\\.)*)\1/g;

function testFiles(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? testFiles(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`]))
    .filter((file) => /\.(test|spec)\.(tsx?|mjs)$/.test(file))
    .sort();
}

/** 条目号 → 点到它的测试。 */
function namedBy(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const file of testFiles("tests")) {
    for (const [, , title = ""] of readFileSync(path.join(root, file), "utf8").matchAll(TITLE)) {
      const words = title.replace(ID, "").trim();
      for (const id of new Set(title.match(ID))) found.set(id, [...(found.get(id) ?? []), `${words}（${file.replace("tests/", "")}）`]);
    }
  }
  return found;
}

const readCatalogue = (): CatalogueSection[] => JSON.parse(readFileSync(path.join(root, "docs/requirements/catalogue.json"), "utf8")) as CatalogueSection[];

/** 目录里的全部条目号。 */
export function catalogueIds(): string[] {
  return readCatalogue().flatMap((section) => section.requirements.map((requirement) => requirement.id));
}

/** 每条需求由哪些测试证明。 */
export function requirementsPage(): string {
  const catalogue = readCatalogue();
  const named = namedBy();
  const all = catalogue.flatMap((section) => section.requirements);
  const proved = all.filter((requirement) => named.has(requirement.id)).length;
  const parts = catalogue.flatMap(({ section, title, requirements }) => [
    `## ${section} ${title}`,
    tableOf(["条目", "要求", "测试"], requirements.map(({ id, text }) => [id, text, (named.get(id) ?? ["—"]).join("；")])),
  ]);
  return page("需求与测试", "docs/requirements/catalogue.json 与测试标题", [`${all.length} 条中 ${proved} 条有测试点名。`, ...parts]);
}
