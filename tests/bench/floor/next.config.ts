import path from "node:path";
import type { NextConfig } from "next";

// Built and started by tests/bench/next-floor.ts from a copy under the data directory, three folders below the project.
const config: NextConfig = {
  turbopack: { root: path.resolve(process.cwd(), "../../..") },
  outputFileTracingRoot: path.resolve(process.cwd(), "../../.."),
  serverExternalPackages: ["@node-rs/argon2", "pg", "pino"],
  typescript: { ignoreBuildErrors: true },
};

export default config;
