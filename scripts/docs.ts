// npm run docs：从声明生成 docs 下的四页；加 --check 时只核对，过时即失败。
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { businessesPage } from "./docs/businesses";
import { glossaryPage } from "./docs/glossary";
import { requirementsPage } from "./docs/requirements";
import { workflowPage } from "./docs/workflow";

const pages: Readonly<Record<string, () => string>> = {
  "docs/workflow.md": workflowPage,
  "docs/glossary.md": glossaryPage,
  "docs/businesses.md": businessesPage,
  "docs/requirements.md": requirementsPage,
};

function stored(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

const check = process.argv.includes("--check");
const stale = Object.entries(pages).filter(([name, build]) => {
  const file = path.join(process.cwd(), name);
  const text = build();
  if (text === stored(file)) return false;
  if (!check) writeFileSync(file, text);
  return true;
});

const names = stale.map(([name]) => name).join("、");
if (check && stale.length > 0) {
  console.error(`文档已过时：${names}。请运行 npm run docs`);
  process.exitCode = 1;
} else {
  console.log(stale.length === 0 ? "文档是最新的" : `已生成 ${names}`);
}
