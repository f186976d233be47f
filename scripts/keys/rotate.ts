import { closeDatabase } from "@/lib/data/client";
import { requireKeys } from "@/lib/integrations/vault/keys";
import { systemActor } from "@/lib/services/jobs/system-actor";
import { type Rotation, rotateKeys } from "@/lib/services/operations/rotate-keys";

const words: Readonly<Record<keyof Rotation["kinds"], string>> = { phone: "评价人手机号（phones）", secondFactor: "动态口令（second factors）", exchange: "交换密钥（exchange secrets）" };

function report({ kinds, left }: Rotation): number {
  let unreadable = 0;
  for (const [kind, { seen, changed, unreadable: lost }] of Object.entries(kinds)) {
    console.log(`${lost > 0 ? "✗" : "✓"} ${words[kind as keyof typeof words]}：共 ${seen}，换了 ${changed}，打不开 ${lost}`);
    unreadable += lost;
  }
  if (left.codesUntil) console.log(`· 还能用的评价码最晚到 ${left.codesUntil.toISOString().slice(0, 10)}：换密钥之前张贴的，到那天之前要留着以前的密钥，或者重新张贴`);
  if (left.recoveryHolders > 0) console.log(`· ${left.recoveryHolders} 人还有没用过的恢复码：换密钥之前发的，去掉以前的密钥就作废，请他们更换恢复码`);
  if (unreadable > 0) console.error("✗ 有打不开的：请把当时的密钥加进 DATA_KEY_FORMER，再做一次（some values open with none of the keys）");
  return unreadable > 0 ? 1 : 0;
}

try {
  requireKeys();
  process.exitCode = report(await rotateKeys(systemActor));
} finally {
  await closeDatabase();
}
