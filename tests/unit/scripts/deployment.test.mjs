import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const read = (file) => readFileSync(path.resolve(import.meta.dirname, "../../..", file), "utf8");

/** Instructions of a Dockerfile, continued lines joined. */
const instructions = read("Dockerfile")
  .replace(/\\\n/g, " ")
  .split("\n")
  .filter((line) => line.trim() && !line.startsWith("#"))
  .map((line) => [line.split(" ")[0], line.slice(line.indexOf(" ") + 1)]);

/** The part of YAML that compose.yaml uses: nested maps by indentation, lists and scalars as text. */
function readYaml(text) {
  const root = {};
  const open = [{ indent: -1, node: root }];
  for (const line of text.split("\n")) {
    if (!line.trim() || line.trim().startsWith("#")) continue;
    const indent = line.length - line.trimStart().length;
    while (open.at(-1).indent >= indent) open.pop();
    const { node } = open.at(-1);
    const [, key, value] = /^\s*([\w.-]+):(?:\s+(.*))?$/.exec(line) ?? [];
    if (key === undefined) {
      expect(line.trim()).toMatch(/^- \S/);
      (node.items ??= []).push(line.trim().slice(2));
      continue;
    }
    node[key] = value ?? {};
    if (value === undefined) open.push({ indent, node: node[key] });
  }
  return root;
}

describe("Dockerfile", () => {
  it("uses known instructions, and starts what everyone starts, as an ordinary user", () => {
    const known = ["FROM", "WORKDIR", "COPY", "RUN", "ENV", "USER", "VOLUME", "EXPOSE", "HEALTHCHECK", "CMD"];
    expect(instructions.filter(([name]) => !known.includes(name))).toEqual([]);
    const last = (name) => instructions.findLast(([one]) => one === name)?.[1];
    expect(JSON.parse(last("CMD"))).toEqual(["node", "scripts/start.mjs"]);
    expect(JSON.parse(last("HEALTHCHECK").replace(/^.*?CMD /, ""))).toHaveLength(3);
    expect(last("USER")).toBe("node");
  });
  it("leaves data, keys and installed packages out of the image", () => {
    expect(read(".dockerignore").split("\n")).toEqual(expect.arrayContaining([".data", "node_modules", ".env*"]));
  });
});

describe("compose.yaml", () => {
  const compose = readYaml(read("compose.yaml"));
  it("runs the app on a PostgreSQL it waits for", () => {
    expect(Object.keys(compose.services)).toEqual(["database", "app"]);
    expect(compose.services.app.depends_on).toEqual({ database: { condition: "service_healthy" } });
    expect(compose.services.app.environment.DATABASE_URL).toContain("@database:5432/");
    expect(compose.services.database.image).toMatch(/^postgres:1[5-9]$/);
  });
  it("declares every volume it mounts, and the guide names every setting it takes", () => {
    const mounted = Object.values(compose.services).flatMap((service) => service.volumes.items.map((volume) => volume.split(":")[0]));
    expect(Object.keys(compose.volumes)).toEqual(expect.arrayContaining(mounted));
    const settings = [...read("compose.yaml").matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name);
    const guide = read("docs/how-to/deploy.md");
    expect(settings.filter((name) => !guide.includes(name))).toEqual([]);
  });
});
