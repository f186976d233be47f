import { closeDatabase, db, transaction } from "@/lib/data/client";
import type { ReviewAction } from "@/lib/licensing/obstacles";
import { hashPassword } from "@/lib/services/accounts/password-hash";
import { nextNumber } from "@/lib/services/platform/next-number";
import { applicationStates } from "@/lib/terms/states";
import seeded from "./accounts.json";
import { decideInTurn, discardCase, fillCase, remarkOn, submitCase } from "./drive-case";
import { insertEnterprises, type SeededEnterprise } from "./enterprises";
import { loadDemonstration } from "./load-demonstration";

type Course = (enterprise: SeededEnterprise) => Promise<string>;

const ITEMS = { installation: "5", testing: "5" } as const;

const submitted: Course = async (enterprise) => {
  const applicationId = await fillCase(enterprise, ITEMS);
  await submitCase(enterprise, applicationId);
  return applicationId;
};

const decided =
  (...actions: ReviewAction[]): Course =>
  async (enterprise) => {
    const applicationId = await submitted(enterprise);
    if (actions.includes("returnForCorrection")) await remarkOn(applicationId, enterprise.officeCode);
    await decideInTurn(applicationId, enterprise.officeCode, actions);
    return applicationId;
  };

/** 可以造出的状态；名称就是命令的参数。 */
const courses: Record<string, Course> = {
  draft: (enterprise) => fillCase(enterprise, ITEMS, 3),
  "draft-complete": (enterprise) => fillCase(enterprise, ITEMS),
  submitted,
  correction: decided("returnForCorrection"),
  accepted: decided("accept"),
  "under-review": decided("accept", "startReview"),
  "second-review": decided("accept", "startReview", "passReview"),
  "awaiting-signature": decided("accept", "startReview", "passReview", "passSecondReview"),
  granted: decided("accept", "startReview", "passReview", "passSecondReview", "grant"),
  refused: decided("accept", "startReview", "passReview", "passSecondReview", "refuse"),
  "not-accepted": decided("rejectIntake"),
  discarded: async (enterprise) => {
    const applicationId = await fillCase(enterprise, ITEMS, 2);
    await discardCase(enterprise, applicationId);
    return applicationId;
  },
};

/** 一家全新的企业，与演示企业同属一个派出机构。 */
async function freshEnterprise(): Promise<SeededEnterprise> {
  const passwordHash = await hashPassword(seeded.password);
  return transaction(async (tx) => {
    const n = 700 + (await nextNumber(tx, "seed-case"));
    const demo = { login: `case_${n}`, name: `沈阳样例${n}号电力工程有限公司`, serial: n, region: "辽宁省/沈阳市/和平区", street: `样例路 ${n} 号`, grade: "good" as const };
    const [enterprise] = await insertEnterprises(tx, [demo], passwordHash, new Date());
    if (!enterprise) throw new Error("no enterprise was made");
    return enterprise;
  });
}

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
  const name = parameters.find((parameter) => !parameter.startsWith("--")) ?? "";
  const course = courses[name];
  if (!course) {
    console.error(`请说明要哪一种案件：npm run seed:case -- <名称>\n可选：${Object.keys(courses).join("、")}`);
    process.exitCode = 2;
    return;
  }
  await loadDemonstration();
  const enterprise = await freshEnterprise();
  await report(enterprise, await course(enterprise), parameters.includes("--json"));
}

try {
  await run(process.argv.slice(2));
} finally {
  await closeDatabase();
}
