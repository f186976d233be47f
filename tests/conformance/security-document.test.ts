import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "@/tests/architecture/source-file";

const read = (file: string): string => readFileSync(path.join(root, file), "utf8");
const text = read("docs/security.md");
/** 文中点名的文件，与「」里引的那一句。 */
const named = [...text.matchAll(/`((?:tests|docs|lib|scripts)\/[^`]+\.\w+)`(?:「([^」]+)」)?/g)].map(([, file = "", title = ""]) => ({ file, title }));

describe("docs/security.md（issue 6）", () => {
  it("点名的测试都在，引的标题一字不差", () => {
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter(({ file, title }) => !existsSync(path.join(root, file)) || !read(file).includes(title))).toEqual([]);
  });

  it("ASVS 5.0 的十七章一章不少；每章都写了凭什么，或没有达到什么", () => {
    const rows = text.split("\n").filter((line) => /^\| V\d+ /.test(line)).map((line) => line.split("|").map((cell) => cell.trim()));
    expect(rows.map(([, chapter = ""]) => chapter.split(" ")[0])).toEqual(Array.from({ length: 17 }, (_, index) => `V${index + 1}`));
    expect(rows.filter((cells) => !cells[3] && !cells[4])).toEqual([]);
  });

  it("点名的命令与环境变量真的有", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    for (const [, command = ""] of text.matchAll(/`npm run ([a-z:]+)`/g)) expect(Object.keys(scripts)).toContain(command);
    const guide = read("docs/how-to/deploy.md") + read("lib/integrations/file-inspection/scanner.ts");
    for (const [, name = ""] of text.matchAll(/`([A-Z]+_[A-Z]+)/g)) expect(guide).toContain(name);
  });
});
