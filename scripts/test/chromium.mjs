import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { Failure } from "../platform/failure.mjs";
import { inProject } from "../platform/locations.mjs";

const known = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"].flatMap((name) => [`/usr/bin/${name}`, `/snap/bin/${name}`]);

/**
 * A Chromium that runs, and the environment it needs: CHROMIUM_PATH, the system's, or the one an npm package ships.
 * Browser journeys are part of the tests, so there is no third answer: without a browser the tests fail.
 */
export function findChromium() {
  for (const program of [process.env.CHROMIUM_PATH, ...known]) {
    if (program && existsSync(program) && runs(program, process.env)) return { program, env: {} };
  }
  const packed = unpackChromium(inProject("node_modules/.cache/chromium"));
  if (runs(packed.program, { ...process.env, ...packed.env })) return packed;
  throw new Failure("没有可用的 Chromium，浏览器测试无法运行；请安装 chromium 或设置 CHROMIUM_PATH", "no Chromium found");
}

const runs = (program, env) => spawnSync(program, ["--version", "--no-sandbox"], { env, timeout: 30_000 }).status === 0;

/** Unpacks @sparticuz/chromium: the browser, the libraries a bare machine lacks, and the fonts. */
function unpackChromium(folder) {
  const source = path.join(path.dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")), "../../bin");
  const program = path.join(folder, "chromium");
  const libraries = path.join(folder, "lib");
  mkdirSync(folder, { recursive: true });
  if (!existsSync(program)) {
    for (const archive of readdirSync(source).filter((name) => name.endsWith(".tar.br"))) {
      execFileSync("tar", ["-x", "-C", folder], { input: brotliDecompressSync(readFileSync(path.join(source, archive))) });
    }
    writeFileSync(program, brotliDecompressSync(readFileSync(path.join(source, "chromium.br"))), { mode: 0o755 });
  }
  const configuration = writeFontConfiguration(folder);
  const libraryPath = [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  return { program, env: { LD_LIBRARY_PATH: libraryPath, FONTCONFIG_FILE: configuration } };
}

/** The packed browser has no Chinese font; the certificate's font package does. */
function writeFontConfiguration(folder) {
  const file = path.join(folder, "fonts.conf");
  const fonts = [folder, inProject("node_modules/@expo-google-fonts"), "/usr/share/fonts"];
  const list = fonts.map((place) => `<dir>${place}</dir>`).join("");
  writeFileSync(file, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${list}<cachedir>${folder}/cache</cachedir></fontconfig>\n`);
  return file;
}
