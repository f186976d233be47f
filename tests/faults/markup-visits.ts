import ExcelJS from "exceljs";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { builtAddresses, fillAddress } from "./build";
import type { PlantedApplication } from "./markup-applications";
import { cellsOfCsv, computes, markupOf, type Planted, runsIn } from "./markup-payload";
import type { MadeRecords } from "./markup-records";
import { sendForBytes } from "./visitor";

export interface Cookies {
  enterprise: string;
  staff: string;
  auditor: string;
}

export interface Visit {
  path: string;
  cookie: string;
}

/** What one answer shows and what of it would run. */
export interface Seen {
  status: number;
  rendered: string[];
  delivered: string[];
  runs: boolean;
}

/** Pages and files that show no stored words of anybody, or are no documents; each with its reason. */
export const notVisited: Readonly<Record<string, string>> = {
  "/admin/login": "没有登录的才见得到，没有存着的内容", "/login": "同上", "/register": "同上", "/register/form": "同上", "/recover-password": "同上",
  "/": "转到首页", "/admin": "转到工作台", "/api/[[...path]]": "没有的接口", "/api/auth/[...nextauth]": "登录，答复里只有固定的话", "/api/exchange/evaluations": "要对方的签名；答复是 JSON，nosniff", "/api/openapi": "固定的说明",
  "/api/health": "没有存着的内容", "/api/ready": "同上", "/api/metrics": "只有数", "/api/pdf-reader/[...file]": "固定的文件", "/api/templates/[key]": "固定的文件", "/api/imports/template": "固定的文件",
  "/api/upload": "只收不发", "/api/upload/ingest/[key]": "只收不发", "/api/upload/ingest/callback-result": "只收不发", "/api/upload/ingest/route-metadata": "只收不发",
  "/api/attachments/[attachmentId]": "原样送出存着的文件；这里的附件没有内容，上传的由 T10 查", "/api/site-visit-photos/[photoId]": "同上", "/api/applications/[applicationId]/rounds/[round]/files.zip": "同上",
  "/api/qr/[token]": "只有图", "/api/statistics/cases": "只有数与固定的名称", "/api/evaluations/figures": "同上",
};

/** Both forms of an export. */
const exports = (path: string, query = ""): string[] => ["csv", "xlsx"].map((format) => `${path}?format=${format}${query}`);

/** Where the words of each page are; the rest need no more than their address. */
function pathsOf(pattern: string, made: MadeRecords, applications: readonly PlantedApplication[], staffId: string): string[] {
  const [drafts, submitted] = [applications.filter((one) => !one.submitted), applications.filter((one) => one.submitted)];
  const at = (values: Readonly<Record<string, string>>, query = ""): string[] => [fillAddress(pattern, values) + query];
  const each = (list: readonly PlantedApplication[], name: string): string[] => list.map(({ id }) => fillAddress(pattern, { [name]: id }));
  const byId: Partial<Record<string, () => string[]>> = {
    "/applications/[applicationId]": () => each(applications, "applicationId"),
    "/applications/[applicationId]/history": () => each(submitted, "applicationId"),
    "/applications/[applicationId]/sections/[section]": () => [...drafts, ...submitted].flatMap(({ id, sections }) => sections.map((section) => fillAddress(pattern, { applicationId: id, section }))),
    "/admin/applications/[id]": () => [...each(submitted, "id"), ...at({ id: made.finished })],
    "/admin/applications/[id]/site-visit": () => at({ id: submitted[0]?.id ?? "" }),
    "/admin/audit": () => at({}, "?action=settings.change"), "/admin/audit/[id]": () => at({ id: made.audit }),
    "/admin/claims": () => [...at({}), ...at({}, "?state=rejected")], "/admin/claims/[id]": () => [...at({ id: made.claim }), ...at({ id: made.rejectedClaim })],
    "/admin/evaluations/bad/[id]": () => at({ id: made.badRating }), "/admin/evaluations/codes/[codeId]": () => [...at({ codeId: made.code }), ...at({ codeId: made.revokedCode })],
    "/admin/follow-ups": () => ["", "?cut=closed", "?cut=all"].flatMap((query) => at({}, query)), "/admin/follow-ups/[id]": () => [...at({ id: made.followUp }), ...at({ id: made.closedFollowUp })], "/follow-ups/[id]": () => at({ id: made.followUp }),
    "/admin/imports/[id]": () => at({ id: made.importRun }), "/admin/licences/[id]": () => at({ id: made.licence }), "/licences/[id]": () => at({ id: made.licence }),
    "/admin/notices/[id]": () => [...at({ id: made.notice }), ...at({ id: made.withdrawn })], "/notices/[id]": () => at({ id: made.notice }), "/admin/people/[id]": () => at({ id: staffId }),
    "/admin/queue": () => ["?cut=all", `?q=${encodeURIComponent("\"'><img/src=x/onerror=m(0)>")}`].flatMap((query) => at({}, query)),
    "/admin/queue/[stage]": () => ["intake", "review", "second-review", "signature"].flatMap((stage) => at({ stage })),
    "/admin/documents": () => ["", "?state=delivered"].flatMap((query) => at({}, query)), "/admin/settings/calendar": () => at({}, "?year=2031"),
    "/admin/enterprise-accounts": () => at({}, `?q=${encodeURIComponent("onerror")}`), "/admin/evaluations": () => at({}), "/admin/credit/restrictions": () => ["", "?cut=all"].flatMap((query) => at({}, query)),
    "/confirmations/[caseId]": () => at({ caseId: made.confirmation }), "/evaluations/[caseId]": () => at({ caseId: made.finished }), "/guides/[business]": () => at({ business: "new-licence" }),
    "/invitation/[token]": () => at({ token: made.invitation }), "/verify/[licenceNumber]": () => at({ licenceNumber: made.licenceNumber }),
    "/verify/documents": () => at({}, `?number=${made.documentNumber}&code=${made.documentCode}`),
    "/api/applications/[applicationId]/rounds/[round]/summary.pdf": () => submitted.map(({ id }) => fillAddress(pattern, { applicationId: id, round: "1" })),
    "/api/applications/[applicationId]/sheets/[section]/[table]": () => applications.flatMap(({ id, sheets }) => sheets.map(({ section, table }) => `${fillAddress(pattern, { applicationId: id, section, table })}?kind=export`)),
    "/api/audit/export": () => exports(pattern, "&action=settings.change"), "/api/queue/export": () => exports(pattern, "&cut=all"), "/api/evaluations/received": () => exports(pattern), "/api/follow-ups/export": () => exports(pattern, "&cut=all"), "/api/follow-ups/expiring": () => exports(pattern, "&cut=all"),
    "/api/documents/[documentId]": () => at({ documentId: made.document }), "/api/documents/[documentId]/receipt.pdf": () => at({ documentId: made.document }),
    "/api/evaluation-codes/[codeId]/poster.pdf": () => at({ codeId: made.code }), "/api/evaluation-codes/batches/[batchId]/posters.pdf": () => at({ batchId: made.batch }),
    "/api/imports/[id]/faults": () => at({ id: made.importRun }), "/api/licences/[number]/certificate": () => at({ number: made.licenceNumber }), "/api/ratings/[token]": () => at({ token: made.token }), "/api/site-visits/[visitId]/record.pdf": () => at({ visitId: made.visit }),
  };
  return byId[pattern]?.() ?? at({});
}

/** Every page and every file of the build but the few above, each as the one who may see it. */
export function visitsTo(made: MadeRecords, applications: readonly PlantedApplication[], staffId: string, cookies: Cookies): Visit[] {
  const { pages, routes } = builtAddresses();
  const submitted = applications.filter((one) => one.submitted);
  const cookieOf = (pattern: string, path: string): string => {
    if (/^\/(admin|api)\/audit/.test(pattern)) return cookies.auditor;
    const ofDesk = /^\/(admin|api\/(queue|evaluat|imports|follow-ups\/ex|site-visits))|receipt\.pdf$/.test(pattern);
    // What was submitted is read from the desk, what is being filled in by who fills it in.
    return ofDesk || (pattern.startsWith("/api/applications") && submitted.some(({ id }) => path.includes(id))) ? cookies.staff : cookies.enterprise;
  };
  return [...pages, ...routes].filter((pattern) => !(pattern in notVisited)).flatMap((pattern) => pathsOf(pattern, made, applications, staffId).map((path) => ({ path, cookie: cookieOf(pattern, path) })));
}

async function seenInPdf(bytes: Buffer, planted: Planted): Promise<Omit<Seen, "status">> {
  const raw = bytes.toString("latin1");
  const document = await getDocument({ data: new Uint8Array(bytes) }).promise;
  const words: string[] = [];
  let linked = false;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    words.push(...(await page.getTextContent()).items.map((item) => ("str" in item ? item.str : "")));
    linked ||= (await page.getAnnotations()).some((one: { url?: string; actions?: object }) => one.actions !== undefined || planted.fieldsIn(decodeURIComponent(one.url ?? "")).length > 0);
  }
  const rendered = planted.fieldsIn(words.join("").replaceAll(" ", ""));
  return { rendered, delivered: rendered, runs: linked || /\/(JavaScript|JS|OpenAction|Launch)\b/.test(raw) || (await document.getJSActions()) !== null };
}

async function seenInSheet(bytes: Buffer, planted: Planted): Promise<Omit<Seen, "status">> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  const words: string[] = [];
  let runs = false;
  book.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => {
    words.push(cell.text);
    runs ||= cell.type === ExcelJS.ValueType.Formula || computes(cell.text);
  })));
  const rendered = planted.fieldsIn(words.join("\n"));
  return { rendered, delivered: rendered, runs };
}

/** Fetches it and looks: as a page, a PDF, a workbook or a table of text, whichever it is. */
export async function look(origin: string, { path, cookie }: Visit, planted: Planted): Promise<Seen> {
  const { status, headers, bytes } = await sendForBytes(origin + path, { cookie });
  const type = String(headers["content-type"] ?? "");
  if (type.includes("application/pdf")) return { status, ...(await seenInPdf(bytes, planted)) };
  if (type.includes("spreadsheetml")) return { status, ...(await seenInSheet(bytes, planted)) };
  const text = bytes.toString();
  if (type.includes("text/csv")) {
    const cells = cellsOfCsv(text);
    return { status, rendered: planted.fieldsIn(cells.join("\n")), delivered: [], runs: cells.some(computes) };
  }
  return { status, rendered: planted.fieldsIn(markupOf(text)), delivered: planted.fieldsIn(text), runs: type.includes("text/html") && runsIn(text) };
}
