import type { Metadata } from "next";
import { ImportRuns } from "@/components/imports/ImportRuns";
import { ImportUpload } from "@/components/imports/ImportUpload";
import { ButtonLink } from "@/components/ui/Button";
import { PageHead } from "@/components/ui/PageHead";
import { Panel } from "@/components/ui/Panel";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { listImports } from "@/lib/services/imports/list-imports";
import { checkImportAction } from "./actions";

export const metadata: Metadata = { title: "导入企业与许可证" };

/** 既有企业与许可证的导入：先检查，确认后才写入；只给系统管理员。 */
export default async function ImportsPage({ searchParams }: { searchParams: Promise<{ after?: string }> }) {
  const [actor, { after }] = [await requireStaffActor(), await searchParams];
  const { rows, next } = await orNotFound(listImports(actor, after));
  return (
    <div className="wrap stack">
      <PageHead title="导入企业与许可证" />
      <Panel title="检查一份文件"><ImportUpload check={checkImportAction} /></Panel>
      <Panel title="历次导入" flush>
        <ImportRuns rows={rows} />
        {next && <div className="pb btns"><ButtonLink slim href={`/admin/imports?after=${next}`}>更早的</ButtonLink></div>}
      </Panel>
    </div>
  );
}
