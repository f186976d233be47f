import type { Metadata } from "next";
import { fullMomentOf } from "@/components/application/moments";
import { ImportDecision } from "@/components/imports/ImportDecision";
import { ImportReport } from "@/components/imports/ImportReport";
import { importTones } from "@/components/imports/ImportRuns";
import { ButtonLink } from "@/components/ui/Button";
import { Message } from "@/components/ui/Message";
import { Facts, PageHead, TermList } from "@/components/ui/PageHead";
import { Panel } from "@/components/ui/Panel";
import { Status } from "@/components/ui/Status";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { getImport } from "@/lib/services/imports/list-imports";
import { importStates } from "@/lib/terms/imports";
import { applyImportAction, discardImportAction } from "../actions";

export const metadata: Metadata = { title: "导入的报告" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ outcome?: string; page?: string }> };

/** 一次导入的报告；没有错的可以确认。 */
export default async function ImportPage({ params, searchParams }: Props) {
  const actor = await requireStaffActor();
  const run = await orNotFound(getImport(actor, (await params).id, await searchParams));
  const { counts } = run;
  return (
    <div className="wrap stack">
      <PageHead title={run.fileName} facts={<Facts items={[`检查 ${fullMomentOf(run.createdAt)} ${run.createdBy}`, ...(run.appliedAt ? [`确认 ${fullMomentOf(run.appliedAt)} ${run.appliedBy}`] : [])]} />} aside={<Status tone={importTones[run.state]}>{importStates[run.state]}</Status>} />
      {run.state === "applied" && <Message tone="good" title="已导入。">新增 {counts.added} 行，更新 {counts.updated} 行。导入的企业没有账号，由企业注册时认领。</Message>}
      {(run.state === "checked" || run.state === "blocked") && (
        <Panel title={run.state === "blocked" ? `有 ${counts.faulty} 行不对，没有写入` : "检查通过，还没有写入"}>
          <ImportDecision id={run.id} counts={counts} apply={applyImportAction} discard={discardImportAction} />
        </Panel>
      )}
      <ImportReport run={run} />
      <Panel title="文件"><TermList items={[{ term: "SHA-256", value: <span className="break-all">{run.sha256}</span> }]} /></Panel>
      <p><ButtonLink href="/admin/imports">返回</ButtonLink></p>
    </div>
  );
}
