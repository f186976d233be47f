import { randomUUID } from "node:crypto";
import JSZip from "jszip";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { inspectFile } from "@/lib/integrations/file-inspection";
import { newLicence } from "@/lib/licensing/businesses/new-licence";
import { templates } from "@/lib/licensing/templates";
import { freshDatabase } from "../database";
import { enterpriseActor, newDraft, origin, session, staffActor } from "./fixtures";

vi.mock("@/lib/auth/current-actor", () => ({ currentActor: () => Promise.resolve(session.actor) }));
await freshDatabase();
const { db } = await import("@/lib/data/client");
const { GET } = await import("@/app/api/templates/[key]/route");

let applicationId = "";
let unitName = "";

beforeEach(async () => {
  const draft = await newDraft();
  applicationId = draft.applicationId;
  session.actor = draft.actor;
  unitName = (await db().enterprise.findUniqueOrThrow({ where: { id: draft.actor.enterpriseId } })).name;
});

const get = (key: string, query = ""): Promise<Response> => GET(new Request(`${origin}/api/templates/${key}${query}`), { params: Promise.resolve({ key }) });

async function textIn(response: Response): Promise<string> {
  const zip = await JSZip.loadAsync(await response.arrayBuffer());
  return ((await zip.file("word/document.xml")?.async("string")) ?? "").replace(/<[^>]+>/g, "");
}

const slots = newLicence.sections.flatMap((section) => [...section.slots, ...section.tables.flatMap((table) => table.slots ?? [])]);
const named = slots.flatMap((slot) => (slot.template ? [slot.template] : []));

describe("模板下载", () => {
  it.each([...new Set([...named, ...Object.keys(templates)])])("L-4.1.2-09 L-4.1.2-10 %s 是能打开、能再传回来的 Word 文档", async (key) => {
    const response = await get(key, `?application=${applicationId}`);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename="file\.docx"; filename\*=UTF-8''%/);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect((await inspectFile(bytes, "模板.docx")).verdict).toBe("accepted");
  });

  it("预填本企业的登记信息与本次申请的内容", async () => {
    await db().application.update({ where: { caseId: applicationId }, data: { scopeText: "承装五级、承试五级" } });
    await db().sectionAnswer.create({ data: { applicationId, sectionKey: "application-category", data: { submitterName: "孙志远" }, updatedById: randomUUID() } });
    const text = await textIn(await get("power-of-attorney", `?application=${applicationId}`));
    for (const word of [unitName, "赵建国", "承装五级、承试五级", "孙志远"]) expect(text).toContain(word);
  });

  it("没有给申请：企业预填登记信息，内网得到空白的", async () => {
    expect(await textIn(await get("legal-representative-statement"))).toContain(unitName);
    session.actor = staffActor("NEEB");
    const blank = await textIn(await get("legal-representative-statement"));
    expect(blank).not.toContain(unitName);
    expect(blank).toContain("＿＿＿");
  });

  it("L-4.1.2-10 申请表写好了要填谁；要贴身份证的格子贴得下；自己提交的委托书不替人填受托人", async () => {
    const form = await textIn(await get("application-form"));
    for (const word of ["技术负责人", "安全负责人", "电力相关技术人员", "电力相关专业技能人员"]) expect(form).toContain(word);
    const zip = await JSZip.loadAsync(await (await get("self-submission-statement")).arrayBuffer());
    const heights = [...((await zip.file("word/document.xml")?.async("string")) ?? "").matchAll(/<w:trHeight w:val="(\d+)"/g)].map(([, height]) => Number(height));
    expect(Math.max(...heights)).toBeGreaterThan(3_000);
    const data = { submitterType: "legalRepresentative", submitterName: "本人甲" };
    await db().sectionAnswer.upsert({
      where: { applicationId_sectionKey: { applicationId, sectionKey: "application-category" } },
      create: { applicationId, sectionKey: "application-category", data, updatedById: randomUUID() }, update: { data },
    });
    expect(await textIn(await get("power-of-attorney", `?application=${applicationId}`))).not.toContain("本人甲");
  });

  it("没有的模板、别家的申请、未登录", async () => {
    expect((await get("no-such")).status).toBe(404);
    expect((await get("constructor")).status).toBe(404);
    expect((await get("application-form", "?application=1")).status).toBe(404);
    session.actor = enterpriseActor(randomUUID());
    expect((await get("application-form", `?application=${applicationId}`)).status).toBe(404);
    session.actor = { kind: "public", address: "1.2.3.4" };
    expect(await get("application-form").then((response) => response.status)).toBe(401);
  });
});
