import { describe, expect, it } from "vitest";
import { licensingBusinesses } from "@/lib/licensing/businesses";
import { type LicensingAction, licensingWorkflow } from "@/lib/licensing/workflow";
import { type DocumentKind, documentKinds } from "@/lib/terms/documents";
import { codesOf } from "@/lib/terms/option-map";
import { finishedStates } from "@/lib/terms/states";

/** 法律要求书面告知的各步：行政许可法第三十二、三十八、四十二条；终止与接收凭证依 domain 的文书清单。 */
const required: Readonly<Partial<Record<LicensingAction, DocumentKind>>> = {
  submit: "receipt", accept: "acceptance", acceptTacitly: "acceptance", acceptConditionally: "conditionalAcceptance", returnForCorrection: "correction", rejectIntake: "nonAcceptance", closeUnanswered: "nonAcceptance",
  approveExtension: "extension", grant: "grant", refuse: "refusal", refuseDeferral: "refusal", terminate: "termination",
};

const businessList = Object.values(licensingBusinesses);

/** 不在流程表里、由别处出具的。 */
const elsewhere: readonly DocumentKind[] = ["siteVisit", "revocationNotice", "hearing", "revocation", "conditions", "rectification", "deferralMet"];

describe("每一步该有的文书", () => {
  it("L-6-04 L-6-11 法律要求书面告知的每一行都有它的文书，别的没有", () => {
    const rows = licensingWorkflow.map(({ action, document }) => [action, document] as const);
    for (const [action, document] of rows) expect([action, document]).toEqual([action, required[action]]);
    for (const action of Object.keys(required)) expect(rows.map(([own]) => own)).toContain(action);
  });

  it("L-6-11 每一行结束案件的都有文书，废弃不算（没有提交过，或者企业自己不办了）", () => {
    const silent = licensingWorkflow.filter(({ to, document }) => (finishedStates as readonly string[]).includes(to) && !document);
    expect(silent.map(({ action }) => action)).toEqual([]);
  });

  it("L-6-04 每种文书都有出处", () => {
    const issued = new Set([...licensingWorkflow.flatMap(({ document }) => document ?? []), ...businessList.flatMap(({ grantDocument }) => grantDocument ?? []), ...elsewhere]);
    expect(codesOf(documentKinds).filter((kind) => !issued.has(kind))).toEqual([]);
  });

  it("L-4.9 注销准予时出具注销决定书，别的业务出具准予决定书", () => {
    expect(businessList.flatMap(({ code, grantDocument }) => (grantDocument ? [[code, grantDocument]] : []))).toEqual([["cancellation", "cancellation"]]);
  });
});
