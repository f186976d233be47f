import { availableParallelism } from "node:os";
import path from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// Vitest's reporter needs Map.groupBy, which Node 20 lacks: without it a failing run would not say what failed.
Map.groupBy ??= (items, keyOf) => {
  const groups = new Map();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index++);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
};

const root = import.meta.dirname;
const alias = {
  "@": root,
  "server-only": path.join(root, "tests/setup/empty.ts"),
};
/** Keys of test runs only; a running system makes its own (scripts/serve/keys.mjs). */
const testKeys = Object.fromEntries(
  ["NEXTAUTH_SECRET", "DATA_KEY", "UPLOAD_SECRET"].map((name, index) => [name, Buffer.alloc(32, index + 1).toString("base64")]),
);
const anyTest = "**/*.test.{ts,tsx,mjs}";
const project = (name: string, include: string[], more: object = {}) => ({
  resolve: { alias },
  test: { name, include, environment: "node" as const, ...more },
});

export default defineConfig({
  test: {
    // Vitest leaves one core to itself; on two cores that would be one test file after the other
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      project("architecture", ["tests/architecture.test.ts", `tests/architecture/${anyTest}`]),
      project("conformance", [`tests/conformance/${anyTest}`]),
      project("unit", [`tests/unit/${anyTest}`], { testTimeout: 30_000 }),
      {
        ...project("components", [`tests/components/${anyTest}`], {
          environment: "happy-dom",
          setupFiles: ["tests/setup/components.ts"],
          // 用到才载入的部件：慢机器上第一次载入要几秒
          testTimeout: 30_000,
        }),
        plugins: [react()],
      },
      project("integration", [`tests/integration/${anyTest}`], {
        env: { ...testKeys, DATA_DIR: path.join(root, ".data/test-files"), APP_ORIGIN: "http://localhost:3000" },
        globalSetup: ["tests/integration/setup/test-server.mjs"],
        testTimeout: 30_000,
        hookTimeout: 60_000,
      }),
    ],
  },
});
