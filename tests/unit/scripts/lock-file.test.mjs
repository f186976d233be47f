import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { completeLock, missingPackages, platformOf } from "../../../scripts/platform/lock-file.mjs";

describe("package-lock.json", () => {
  it("holds every platform's optional packages, so that npm ci accepts it (else: node scripts/complete-lock.mjs)", () => {
    const lock = JSON.parse(readFileSync(path.resolve(import.meta.dirname, "../../../package-lock.json"), "utf8"));
    expect(missingPackages(lock)).toEqual([]);
  });
  it("names no registry host", () => {
    const text = readFileSync(path.resolve(import.meta.dirname, "../../../package-lock.json"), "utf8");
    expect(text.match(/"resolved": "https?:\/\/(?!registry\.npmjs\.org\/)[^"]*"/)).toBeNull();
  });
  it("reads the platform from a package's name", () => {
    expect(platformOf("@oxlint/binding-linux-x64-musl")).toEqual({ cpu: ["x64"], os: ["linux"], libc: ["musl"] });
    expect(platformOf("@next/swc-win32-arm64-msvc")).toEqual({ cpu: ["arm64"], os: ["win32"] });
    expect(platformOf("@tailwindcss/oxide-wasm32-wasi")).toEqual({ cpu: ["wasm32"] });
  });
  it("is completed once, beside what is there, nested packages included", () => {
    const lock = {
      packages: {
        "": {},
        "node_modules/a": { version: "1.0.0", dev: true, optionalDependencies: { "@a/darwin-x64": "1.0.0", "@a/linux-x64-gnu": "1.0.0" } },
        "node_modules/a/node_modules/@a/linux-x64-gnu": { version: "1.0.0" },
      },
    };
    expect(completeLock(lock)).toEqual(["@a/darwin-x64"]);
    expect(lock.packages["node_modules/@a/darwin-x64"]).toEqual({ version: "1.0.0", cpu: ["x64"], dev: true, os: ["darwin"], optional: true });
    expect(completeLock(lock)).toEqual([]);
  });
});
