import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { layerViolations } from "./architecture/layers";
import { functionLengths, lengthLimit, percentile } from "./architecture/measures";
import { isSource, listFiles, readSource, root } from "./architecture/source-file";
import { clientViolations, machineViolations, pathViolations, sourceViolations } from "./architecture/wording";

const files = listFiles();
const sources = files.filter(isSource).map(readSource);
const product = sources.filter(({ path: file }) => /^(app|components|lib|scripts)\//.test(file));

describe("架构：分层", () => {
  it("每一层只引用它可以引用的", () => expect(sources.flatMap(layerViolations)).toEqual([]));
  it("“use client” 只在由人操作的组件里", () => expect(sources.flatMap(clientViolations)).toEqual([]));
});

describe("架构：命名与写法", () => {
  it("没有含义空洞的文件夹，也没有美式拼写的路径", () => expect(files.flatMap(pathViolations)).toEqual([]));
  it("没有 any、静默的检查、未完的标记、跳过的测试、原始颜色；纯函数层不读时钟", () => {
    expect(sources.flatMap(sourceViolations)).toEqual([]);
  });
  it("不提及某一台机器上的路径", () => {
    const texts = files.filter((file) => /\.(ts|tsx|mjs|md|json|ya?ml|sh|css|prisma|sql)$|run$|Dockerfile$/.test(file));
    const own = (file: string): boolean => !file.startsWith("tests/architecture");
    const found = texts.filter(own).flatMap((file) => machineViolations(file, readFileSync(path.join(root, file), "utf8")));
    expect(found).toEqual([]);
  });
});

describe("架构：篇幅", () => {
  it("没有过长的文件", () => {
    const measured = files.filter((file) => isSource(file) || /\.(css|prisma)$/.test(file));
    const lines = (file: string): number => readFileSync(path.join(root, file), "utf8").split("\n").length - 1;
    expect(measured.filter((file) => lines(file) > lengthLimit(file)).map((file) => `${file}: ${lines(file)}`)).toEqual([]);
  });
  it("九成文件不超过 160 行，九成函数不超过 35 行", () => {
    expect(percentile(product.map(({ lines }) => lines), 0.9)).toBeLessThanOrEqual(160);
    expect(percentile(product.flatMap(functionLengths), 0.9)).toBeLessThanOrEqual(35);
  });
});
