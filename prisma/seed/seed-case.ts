import { createInterface } from "node:readline";
import { closeDatabase, db } from "@/lib/data/client";
import { applicationStates } from "@/lib/terms/states";
import seeded from "./accounts.json";
import { courses } from "./courses";
import type { SeededEnterprise } from "./enterprises";
import { freshEnterprise } from "./fresh-enterprise";
import { loadDemonstration } from "./load-demonstration";

async function report(enterprise: SeededEnterprise, applicationId: string, asJson: boolean): Promise<void> {
  const { number, state } = await db().case.findUniqueOrThrow({ where: { id: applicationId }, select: { number: true, state: true } });
  const licence = await db().licence.findFirst({ where: { enterpriseId: enterprise.id }, select: { number: true } });
  const made = { account: enterprise.login, password: seeded.password, enterprise: enterprise.name, uscc: enterprise.uscc, applicationId, number, state, licenceNumber: licence?.number };
  if (asJson) return console.log(JSON.stringify(made));
  const origin = process.env.APP_ORIGIN ?? `http://localhost:${process.env.PORT ?? 3000}`;
  console.log(
    [
      `✓ ${enterprise.name}：${number} 现为“${applicationStates[state as keyof typeof applicationStates]}”`,
      `  企业账号 ${made.account}　密码 ${made.password}`,
      `  企业一侧 ${origin}/applications/${applicationId}`,
      ...(state === "draft" || state === "discarded" ? [] : [`  内网一侧 ${origin}/admin/applications/${applicationId}（shouli、shencha、fushen、qianfa，密码相同）`]),
      ...(licence ? [`  查验许可证 ${origin}/verify/${licence.number}`] : []),
    ].join("\n"),
  );
}

const options = Object.keys(courses).join("、");

async function make(names: readonly string[], asJson: boolean): Promise<void> {
  for (const name of names) {
    const course = courses[name];
    if (!course) throw new Error(`没有这种案件：${name}`);
    const enterprise = await freshEnterprise();
    await report(enterprise, await course(enterprise), asJson);
  }
}

/** `--follow`：每读到一行就造那一行写的几种，直到没有下一行；一次启动可以造许多次。 */
async function follow(asJson: boolean): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) await make(line.split(" "), asJson);
}

async function run(parameters: readonly string[]): Promise<void> {
  const names = parameters.filter((parameter) => !parameter.startsWith("--"));
  const asJson = parameters.includes("--json");
  const follows = parameters.includes("--follow");
  if (!follows && (names.length === 0 || names.some((name) => !courses[name]))) {
    console.error(`请说明要哪一种案件，可以一次写几种：npm run seed:case -- <名称> …\n可选：${options}`);
    process.exitCode = 2;
    return;
  }
  await loadDemonstration();
  await (follows ? follow(asJson) : make(names, asJson));
}

try {
  await run(process.argv.slice(2));
} finally {
  await closeDatabase();
}
