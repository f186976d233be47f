import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { Certificate } from "@/components/licence/Certificate";
import { VerifyForm } from "@/components/licence/VerifyForm";
import { certificateFace } from "@/lib/licensing/licence/certificate";

const face = certificateFace(
  {
    number: "2-1-00042-2026", holderName: "沈阳甲电力工程有限公司", domicile: "沈阳市和平区", legalRep: "赵建国", items: [{ category: "installation", level: "5" }, { category: "testing", level: "5" }], ruleSetId: "NDRC-36-2020",
    validFrom: "2026-11-23", validTo: "2032-11-22", issuedOn: "2026-11-23", officeName: "国家能源局东北监管局",
  },
  "副本",
  "https://zzxy.example.cn/verify/2-1-00042-2026",
);

describe("证照的图", () => {
  it("L-4.1.10-04 与 PDF 同一份证面", () => {
    render(<Certificate face={face} qr={{ size: 21, dark: [{ x: 0, y: 0 }] }} />);
    expect(screen.getByRole("article", { name: "承装（修、试）电力设施许可证副本" }).textContent).toContain("自2026年11月23日始至2032年11月22日止");
    expect(screen.getByRole("img", { name: "查验二维码" })).toBeTruthy();
    expect(screen.getByText("许可类别和等级").nextElementSibling?.textContent).toBe("承装类五级　承试类五级");
  });

  it("查验表单没有脚本也能用", () => {
    render(<VerifyForm number="2-1-00042-2026" />);
    const form = screen.getByRole("search", { name: "许可证查验" });
    expect(form.getAttribute("action")).toBe("/verify");
    expect(screen.getByRole<HTMLInputElement>("textbox", { name: /许可证编号/ }).value).toBe("2-1-00042-2026");
  });
});
