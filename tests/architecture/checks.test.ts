import { describe, expect, it } from "vitest";
import { layerViolations } from "./layers";
import { functionLengths, lengthLimit, percentile } from "./measures";
import { parseSource } from "./source-file";
import { clientViolations, machineViolations, pathViolations, sourceViolations } from "./wording";

const violations = (file: string, text: string): string[] => layerViolations(parseSource(file, text));

describe("分层检查本身", () => {
  it.each([
    ["lib/terms/states.ts", 'import { z } from "zod";'],
    ["lib/forms/issues.ts", 'import { office } from "@/lib/licensing/rules";'],
    ["lib/workflow/clock.ts", 'import { useState } from "react";'],
    ["lib/licensing/rules.ts", 'export { rate } from "../evaluation/rate";'],
    ["lib/enterprise/particulars.ts", 'import { level } from "@/lib/licensing/levels";'],
    ["lib/services/cases/submit.ts", 'import { cookies } from "next/headers";'],
    ["lib/services/cases/submit.ts", 'const { PrismaClient } = await import("@prisma/client");'],
    ["lib/integrations/sms.ts", 'import { db } from "@/lib/data/client";'],
    ["lib/auth/session.ts", 'import pg from "pg";'],
    ["components/ui/button.tsx", 'import { submit } from "@/lib/services/cases/submit";'],
    ["components/ui/button.tsx", 'import { router } from "@/app/api/upload/router";'],
    ["components/ui/button.tsx", 'import { headers } from "next/headers";'],
    ["components/ui/button.tsx", 'import Link from "next/link";'],
    ["app/page.tsx", 'import Link from "next/link";'],
    ["app/page.tsx", 'import { db } from "@/lib/data/client";'],
    ["lib/things/thing.ts", ""],
  ])("refuses %s: %s", (file, text) => expect(violations(file, text)).not.toEqual([]));

  it.each([
    ["lib/licensing/sections/basic.ts", 'import { fields } from "@/lib/enterprise/particulars"; import { z } from "zod";'],
    ["components/ui/Link.tsx", 'import NextLink from "next/link";'],
    ["components/ui/button.tsx", 'import { usePathname } from "next/navigation"; import type { UploadRouter } from "@/app/api/upload/router";'],
    ["app/api/health/route.ts", 'import { pingDatabase } from "@/lib/data/ping";'],
    ["lib/data/client.ts", 'import { PrismaClient } from "@/lib/generated/prisma/client"; import pg from "pg";'],
  ])("allows %s: %s", (file, text) => expect(violations(file, text)).toEqual([]));
});

describe("写法检查本身", () => {
  const source = (file: string, text: string): string[] => sourceViolations(parseSource(file, text));
  it.each([
    ["lib/forms/a.ts", "let value: any;"],
    ["lib/forms/a.ts", "export const now = Date.now();"],
    ["lib/licensing/a.ts", "export const now = new Date();"],
    ["lib/services/a.ts", `// ${"TO"}DO later`],
    ["lib/services/a.ts", `// @ts-${"ignore"}`],
    ["lib/services/a.ts", "const licenseNumber = 1;"],
    ["lib/forms/a.ts", "export const groups = Object.groupBy(rows, keyOf);"],
    ["tests/unit/a.test.ts", 'it.skip("x", () => {});'],
    ["components/a.tsx", "const a = <p style={{ top: 1 }} />;"],
    ["components/a.tsx", 'const a = <p className="bg-red-500" />;'],
    ["components/a.tsx", "const a = <p className={`x text-[#fff]`} />;"],
  ])("refuses in %s: %s", (file, text) => expect(source(file, text)).not.toEqual([]));

  it("allows a clock in services, a given date in rules, the noun licensee", () => {
    expect(source("lib/services/a.ts", "export const now = Date.now();")).toEqual([]);
    expect(source("lib/licensing/a.ts", 'export const day = new Date("2026-01-01"); export const licensee = 1;')).toEqual([]);
  });

  it("sees client components where they do not belong", () => {
    expect(clientViolations(parseSource("app/a/page.tsx", '"use client";'))).toHaveLength(1);
    expect(clientViolations(parseSource("components/a.tsx", '"use client";\nimport "@/lib/services/a";'))).toHaveLength(1);
    expect(clientViolations(parseSource("components/a.tsx", '"use client";\nimport { useState } from "react";'))).toEqual([]);
  });

  it("sees vague folders, American paths and paths of one machine", () => {
    expect(pathViolations("lib/utils/a.ts")).toHaveLength(1);
    expect(pathViolations("app/licenses/page.tsx")).toHaveLength(1);
    expect(pathViolations("app/licences/page.tsx")).toEqual([]);
    expect(machineViolations("a.md", `see ${"/wo"}rk/main`)).toHaveLength(1);
  });
});

describe("篇幅检查本身", () => {
  it("counts lines of functions and finds the percentile", () => {
    expect(functionLengths(parseSource("a.ts", "function a() {\n  return 1;\n}\nconst b = () => 2;"))).toEqual([3]);
    expect(percentile([1, 2, 3, 4, 5, 6, 7, 8, 9, 100], 0.9)).toBe(9);
  });
  it("gives declarations more room than code", () => {
    expect(lengthLimit("lib/licensing/rule-sets/2020.ts")).toBe(400);
    expect(lengthLimit("lib/services/cases/submit.ts")).toBe(300);
  });
});
