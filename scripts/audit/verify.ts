import { Refusal } from "@/lib/access/refusal";
import { anchorText } from "@/lib/audit/anchor";
import type { Verification } from "@/lib/audit/views";
import { closeDatabase } from "@/lib/data/client";
import { verifyAudit } from "@/lib/services/audit/verify-audit";
import { type AuditFaultKind, auditFaults } from "@/lib/terms/audit";

const system = { kind: "system", name: "命令行" } as const;

const english: Readonly<Record<AuditFaultKind, string>> = {
  changed: "entry changed after sealing", deleted: "entry deleted", missingSeal: "a link of the chain is missing", broken: "link does not follow the one before",
  inserted: "entry inserted past the register", lost: "entry deleted while it waited for sealing", shortened: "chain is shorter than the anchor", otherChain: "chain differs from the anchor",
};

/** 一步一步到链尾，或到第一处不对。 */
async function verifyAll(anchor: string): Promise<{ checked: number; last: Verification }> {
  let checked = 0;
  for (let after: number | undefined; ; ) {
    const last = await verifyAudit(system, after === undefined ? { anchor } : { after });
    checked += last.checked;
    if (last.next === undefined) return { checked, last };
    after = last.next;
    console.log(`· 已校验 ${checked} 条（${checked} checked）`);
  }
}

function report({ checked, last: { head, waiting, fault } }: Awaited<ReturnType<typeof verifyAll>>): number {
  if (!fault) {
    console.log(`✓ 审计完整：已封存 ${head.seq} 条，待封存 ${waiting} 条（audit intact: ${head.seq} sealed, ${waiting} waiting）`);
    if (head.seq > 0) console.log(`  链首 head ${anchorText(head)}`);
    return 0;
  }
  const place = fault.seq === undefined ? "" : `第 ${fault.seq} 环，`;
  console.error(`✗ ${place}${auditFaults[fault.kind]}（${fault.seq === undefined ? "" : `link ${fault.seq}: `}${english[fault.kind]}）`);
  if (fault.entryId) console.error(`  审计 entry ${fault.entryId}`);
  console.error(`  此前 ${checked} 条校验无误（${checked} checked before it）`);
  return 1;
}

try {
  process.exitCode = report(await verifyAll(process.argv.slice(2).join(" ")));
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(`✗ ${error.message}（usage: npm run audit:verify -- 128-9f86d081884c7d65）`);
  process.exitCode = 2;
} finally {
  await closeDatabase();
}
