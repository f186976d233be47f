import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import * as terms from "@/lib/terms";
import type { OptionMap } from "@/lib/terms/option-map";
import { page, tableOf } from "./markdown";

const folder = path.join(process.cwd(), "lib/terms");

/** 源文件里每个导出前的说明。 */
function descriptions(): Map<string, { text: string; file: string }> {
  const found = readdirSync(folder).flatMap((file) =>
    [...readFileSync(path.join(folder, file), "utf8").matchAll(/\/\*\* (.*?) \*\/\nexport const (\w+)/g)].map(
      ([, text = "", name = ""]) => [name, { text, file }] as const,
    ),
  );
  return new Map(found);
}

const isOptionMap = (value: unknown): value is OptionMap =>
  typeof value === "object" && value !== null && !Array.isArray(value) && Object.values(value).every((word) => typeof word === "string" && /[\u4e00-\u9fff]/.test(word));

/** 全部代码与中文字。 */
export function glossaryPage(): string {
  const about = descriptions();
  const parts = Object.entries(terms)
    .filter((entry): entry is [keyof typeof terms, OptionMap & never] => isOptionMap(entry[1]))
    .sort(([a], [b]) => a.localeCompare(b))
    .flatMap(([name, map]) => [`## ${name}`, `${about.get(name)?.text ?? ""}（lib/terms/${about.get(name)?.file ?? "index.ts"}）`, tableOf(["代码", "中文"], Object.entries<string>(map).map(([code, word]) => [`\`${code}\``, word]))]);
  return page("词汇表", "lib/terms", parts);
}
