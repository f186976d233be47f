import { describe, expect, it } from "vitest";
import { noticeKeys, noticeText, todosClosedBy, todosOf } from "@/lib/licensing/notices";
import { licensingWorkflow } from "@/lib/licensing/workflow";
import { finishedStates } from "@/lib/terms/states";

const subject = { caseId: "c1", number: "DB-2026-000001", business: "许可证新申请", office: "国家能源局东北监管局" };

describe("通知的文字", () => {
  it("L-6-11 流程表里写的每一种通知都有文字，反过来也是", () => {
    const used = new Set(licensingWorkflow.flatMap((row) => row.notice ?? []));
    expect([...used].sort()).toEqual([...noticeKeys].sort());
  });

  it("L-6-11 受理、补正、准予、不准都告知企业，说清编号、期限、理由", () => {
    expect(noticeText("accepted", subject, { dueOn: "2026-12-11" }).body).toContain("承诺2026年12月11日前办结");
    const correction = noticeText("correction", subject, { dueOn: "2026-12-11", count: 3 });
    expect(correction.body).toContain("3 条意见");
    expect(correction.body).toContain("2026年12月11日前");
    for (const notice of ["notAccepted", "refused"] as const) {
      const { body } = noticeText(notice, subject, { reason: "人员不足", article: "行政许可法第三十八条" });
      expect(body).toContain("理由：人员不足；依据：行政许可法第三十八条");
      expect(body).toMatch(/60日内向国家能源局申请行政复议.*6个月内向有管辖权的人民法院提起行政诉讼/);
    }
    const granted = noticeText("granted", subject, { licenceNumber: "2-1-00001-2026", validTo: "2032-11-21" });
    expect(granted).toMatchObject({ href: "/licences", body: expect.stringContaining("2-1-00001-2026") });
    for (const notice of noticeKeys) expect(noticeText(notice, subject).body).toContain("DB-2026-000001");
  });

  it("L-5.1.1-02 一办结就请企业评价；其余通知不开好差评", () => {
    const finishing = licensingWorkflow.filter((row) => (finishedStates as readonly string[]).includes(row.to)).map((row) => row.notice);
    expect(finishing.length).toBeGreaterThanOrEqual(3);
    for (const notice of noticeKeys) {
      const asked = todosOf(notice, subject).filter((todo) => todo.kind === "evaluation");
      expect(asked.map((todo) => [todo.title, todo.href])).toEqual(finishing.includes(notice) ? [["请评价这次服务", "/evaluations/c1"]] : []);
    }
  });

  it("L-5.1.1-02 好差评的待办写明能评的最后一天", () => {
    expect(todosOf("granted", subject, { ratableUntil: "2026-12-21" })).toMatchObject([{ kind: "evaluation", dueOn: "2026-12-21" }]);
  });

  it("L-6-11 补正开一条待办，重新提交或办结即关闭", () => {
    expect(todosOf("correction", subject, { dueOn: "2026-12-11", count: 2 })).toEqual([
      { kind: "correction", title: "请补正申请材料", detail: "许可证新申请 DB-2026-000001，2 条意见", href: "/applications/c1", dueOn: "2026-12-11" },
    ]);
    expect(todosClosedBy("resubmitted")).toEqual(["correction"]);
    expect(todosClosedBy("notAccepted")).toEqual(["correction"]);
    expect(todosClosedBy("accepted")).toEqual([]);
  });
});
