import { randomUUID } from "node:crypto";
import ExcelJS from "exceljs";
import { getApplication } from "@/lib/services/applications/get-application";
import { saveSection } from "@/lib/services/applications/save-section";
import { submitApplication } from "@/lib/services/applications/submit-application";
import { exportRows } from "@/lib/services/sheets/export-rows";
import { cookieFor } from "../bench/app";
import { actorOf, readyToSubmit, staffAccount } from "./cases";
import type { Fault } from "./fault";
import { worldBehindServer } from "./requests";
import { send } from "./visitor";

const script = '<img src=x onerror="alert(1)"><script>alert(2)</script>';
const formula = "=cmd|' /C calc'!A0";

/** Every text of one person and one page of the application that accepts words. */
async function poisoned(): Promise<{ applicationId: string; accountId: string; actor: ReturnType<typeof actorOf>; kept: number }> {
  const { enterprise, applicationId } = await readyToSubmit();
  const actor = actorOf(enterprise);
  const { context, revisions } = await getApplication(actor, applicationId);
  let kept = 0;
  for (const [section, fields] of Object.entries({ "technical-lead": ["name", "titleCertificateNo", "major", "school"], "basic-information": ["safetyOrg", "auditReportNo"] })) {
    const answers = context.answers[section] ?? {};
    const known = fields.filter((key) => key in answers || section === "basic-information");
    const saved = await saveSection(actor, { applicationId, section, revision: revisions[section] ?? 0, patch: { fields: known.map((key, n) => ({ key, from: answers[key] ?? null, to: n % 2 ? formula : script })), rows: [] } });
    kept += known.length - saved.refused.length - saved.conflicts.length;
  }
  const technicians = context.answers.technicians?.technicians as { rowId: string }[] | undefined;
  const [row] = technicians ?? [];
  if (row) {
    await saveSection(actor, { applicationId, section: "technicians", revision: revisions.technicians ?? 0, patch: { fields: [], rows: [{ table: "technicians", rowId: row.rowId, from: row, to: { ...row, name: formula } }] } });
    kept += 1;
  }
  return { applicationId, accountId: enterprise.accountId, actor, kept };
}

/** In a page nothing of it may stand as markup; inside the data React starts from it is a string. */
const runsIn = (html: string): boolean => html.replaceAll(/<script\b[^>]*>self\.__next_f[\s\S]*?<\/script>/g, "").includes("<img src=x onerror");

/** A cell that a spreadsheet program would compute, or that becomes a formula when it is saved as CSV. */
async function computes(bytes: Buffer): Promise<boolean> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  let found = false;
  book.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => (found ||= cell.type === ExcelJS.ValueType.Formula || cell.text.startsWith("=cmd")))));
  return found;
}

/** T11: what people type is shown as they typed it and never runs. */
export const storedMarkup: Fault = {
  id: "T11", what: "填写的脚本与公式，出现在各页与导出的表格里", target: "0 处会运行",
  async run() {
    const { server: { origin } } = await worldBehindServer();
    const { applicationId, accountId, actor, kept } = await poisoned();
    await submitApplication(actor, { applicationId, idempotencyKey: randomUUID(), truthPromise: true }).catch(() => undefined);
    const own = await cookieFor(accountId, "enterprise");
    const desk = await cookieFor((await staffAccount("intake")).id, "staff");
    const pages = [[own, `/applications/${applicationId}`], [own, `/applications/${applicationId}/sections/technical-lead`], [own, `/applications/${applicationId}/sections/basic-information`], [own, `/applications/${applicationId}/sections/technicians`], [own, `/applications/${applicationId}/sections/submission`], [own, `/applications/${applicationId}/history`], [desk, `/admin/applications/${applicationId}`], [desk, "/admin/queue/intake"], [desk, `/admin/queue?q=${encodeURIComponent(script)}`]] as const;
    const running: string[] = [];
    let shown = 0;
    for (const [cookie, page] of pages) {
      const { text } = await send(origin + page, { cookie });
      if (runsIn(text)) running.push(page);
      if (text.includes("onerror")) shown += 1;
    }
    const sheet = await exportRows(actor, { applicationId, section: "technicians", table: "technicians" });
    if (await computes(sheet.bytes)) running.push("表格");
    return { figure: `${kept} 处填了脚本或公式，${pages.length} 页一表：会运行 ${running.length}，照原样显示 ${shown}`, pass: running.length === 0 && kept >= 3 && shown > 0, detail: { kept, pages: pages.length, shown, running: running.join(" ") } };
  },
};
