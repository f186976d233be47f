import { describe, expect, it } from "vitest";
import type { SummarySection } from "@/lib/forms/summary";
import { packedFiles, roundDocument } from "@/lib/licensing/round-document";

const file = (id: string, name: string) => ({ id, name, size: 10, mediaType: "application/pdf" });
const summary: SummarySection[] = [
  {
    section: "basic-information", label: "基本情况", groups: [{ title: "资产", lines: [{ field: "a", label: "总资产", text: "12" }, { field: "b", label: "传真", text: "" }] }], tables: [],
    slots: [{ slot: "BIZ_LIC", label: "营业执照/法人证书", files: [file("1", "执照.pdf"), file("2", "执照.pdf"), file("3", "../../x.pdf")] }, { slot: "FORM", label: "申请表", files: [] }],
  },
  {
    section: "technicians", label: "技术人员", groups: [], slots: [],
    tables: [{ table: "technicians", label: "技术人员", columns: [], rows: [{ rowId: "r", title: "第 1 行 王磊", lines: [{ field: "n", label: "姓名", text: "王磊" }, { field: "m", label: "备注", text: "" }], slots: [{ slot: "T", label: "职称证书", files: [file("4", "..")] }] }] }],
  },
];

describe("一轮提交的留存", () => {
  it("L-4.3.8-01 全部页签、变更前后、附件清单都在；没填的写明", () => {
    const { title, foot, parts } = roundDocument({ label: "许可证延续", round: 2, number: "N-1", submittedAt: "2026年11月22日 10:00", facts: [{ label: "申请编号", value: "N-1" }], changes: [{ label: "有效期至", before: "a", after: "b" }], summary });
    expect([title, foot]).toEqual(["许可证延续", "N-1　第 2 次提交　2026年11月22日 10:00"]);
    expect(parts).toContainEqual({ kind: "changes", rows: [{ label: "有效期至", before: "a", after: "b" }] });
    expect(parts).toContainEqual({ kind: "terms", rows: [{ label: "总资产", value: "12" }, { label: "传真", value: "未填写" }] });
    expect(parts).toContainEqual({ kind: "terms", rows: [{ label: "营业执照/法人证书", value: "执照.pdf、执照.pdf、../../x.pdf" }, { label: "申请表", value: "未上传" }] });
    expect(parts).toContainEqual({ kind: "record", title: "第 1 行 王磊", text: "姓名：王磊；职称证书：.." });
  });

  it("L-4.3.8-01 压缩包里的路径：同名的加序号，斜杠与点头的名字换掉，出不了文件夹", () => {
    const paths = packedFiles(summary).map(({ path }) => path);
    expect(paths).toEqual([
      "01 基本情况/营业执照_法人证书/执照.pdf", "01 基本情况/营业执照_法人证书/执照（2）.pdf", "01 基本情况/营业执照_法人证书/__.._x.pdf", "02 技术人员/第 1 行 王磊/职称证书/_",
    ]);
    for (const path of paths) expect(path.split("/")).not.toContain("..");
  });
});
