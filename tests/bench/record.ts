import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import path from "node:path";

const file = path.resolve(import.meta.dirname, "../../docs/figures.md");

/** One measured line of docs/figures.md. */
export interface Figure {
  id: string;
  what: string;
  figure: string;
  target: string;
  pass: boolean;
}

const head = ["# 实测的数字", "", "由命令自己写：`npm run bench -- … --write`、`npm run faults -- … --write`（`--full` 为质量表的次数）。每行是最近一次量到的，后面是何时、在什么机器上。", "", "| 项 | 量什么 | 量到 | 要求 | 达到 | 何时何处 |", "| --- | --- | --- | --- | --- | --- |"];

const cell = (text: string): string => text.replaceAll("|", "／").replaceAll("\n", " ");

/** The day, versions and machine, as far as a figure depends on them. */
export function machine(note = ""): string {
  const [first] = cpus();
  return `${new Date().toISOString().slice(0, 10)}，${cpus().length} 核 ${first?.model.trim() ?? ""}，${Math.round(totalmem() / 2 ** 30)} GB，Node ${process.versions.node}${note}`;
}

/** Puts the figures into docs/figures.md; a line measured before is replaced, others stay. */
export function recordFigures(figures: readonly Figure[], note = ""): void {
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n").filter((line) => /^\| [A-Z]+\d* /.test(line)) : [];
  const rows = new Map(lines.map((line) => [line.split("|").slice(1, 3).join("|").trim(), line]));
  for (const { id, what, figure, target, pass } of figures) {
    rows.set(`${id} | ${cell(what)}`, `| ${id} | ${[what, figure, target, pass ? "是" : "否", machine(note)].map(cell).join(" | ")} |`);
  }
  const number = (key: string): string => key.replace(/\d+/, (digits) => digits.padStart(3, "0"));
  const sorted = [...rows].toSorted(([a], [b]) => number(a).localeCompare(number(b), "en")).map(([, line]) => line);
  writeFileSync(file, [...head, ...sorted, ""].join("\n"));
}
