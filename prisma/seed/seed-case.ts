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

async function run(parameters: readonly string[]): Promise<void> {
  const names = parameters.filter((parameter) => !parameter.startsWith("--"));
  const wanted = names.flatMap((name) => courses[name] ?? []);
  if (names.length === 0 || wanted.length < names.length) {
    console.error(`请说明要哪一种案件，可以一次写几种：npm run seed:case -- <名称> …\n可选：${Object.keys(courses).join("、")}`);
    process.exitCode = 2;
    return;
  }
  await loadDemonstration();
  for (const course of wanted) {
    const enterprise = await freshEnterprise();
    await report(enterprise, await course(enterprise), parameters.includes("--json"));
  }
}

try {
  await run(process.argv.slice(2));
} finally {
  await closeDatabase();
}
