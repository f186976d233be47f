import { describe, expect, it } from "vitest";
import { articlesFor } from "@/lib/licensing/articles";
import { acceptObstacle, correctionObstacle, remarkObstacle, reviewActions, reviewObstacles } from "@/lib/licensing/obstacles";
import { licensingWorkflow } from "@/lib/licensing/workflow";
import { isCodeOf } from "@/lib/terms/option-map";
import { staffRoles } from "@/lib/terms/roles";

const remark = (level: "must" | "hint", state: "draft" | "sent" | "resolved") => ({
  level, sentAt: state === "draft" ? null : new Date(0), resolvedAt: state === "resolved" ? new Date(0) : null,
});

describe("形审的阻碍", () => {
  it("L-6-04 有未解决的必须修改意见不能受理，提示不妨碍", () => {
    expect(acceptObstacle({ remarks: [remark("must", "draft")], returns: 0 })).toBeDefined();
    expect(acceptObstacle({ remarks: [remark("must", "sent")], returns: 1 })).toBeDefined();
    expect(acceptObstacle({ remarks: [remark("must", "resolved"), remark("hint", "sent")], returns: 1 })).toBeUndefined();
  });

  it("L-6-04 补正：第一次要有必须修改的草稿，第二次要有未解决的，第三次没有", () => {
    expect(correctionObstacle({ remarks: [remark("hint", "draft")], returns: 0 })).toBeDefined();
    expect(correctionObstacle({ remarks: [remark("must", "draft")], returns: 0 })).toBeUndefined();
    expect(correctionObstacle({ remarks: [remark("must", "sent")], returns: 1 })).toBeUndefined();
    expect(correctionObstacle({ remarks: [remark("must", "resolved")], returns: 1 })).toBeDefined();
    expect(correctionObstacle({ remarks: [remark("must", "sent")], returns: 2 })).toBeDefined();
  });

  it("L-6-04 意见只在待形审写，发过补正通知就不能再提新的", () => {
    expect(remarkObstacle("submitted", 0)).toBeUndefined();
    expect(remarkObstacle("accepted", 0)).toBeDefined();
    expect(remarkObstacle("submitted", 1)).toContain("一次告知");
  });

  it("L-6-04 别人承办的案件，除了批不批准延期，一个动作也不能办，并说是谁", () => {
    const obstacles = reviewObstacles({ remarks: [], returns: 0 }, "张敏");
    expect(reviewActions.filter((action) => !obstacles[action]?.includes("张敏"))).toEqual(["approveExtension", "declineExtension"]);
  });

  it("L-6-04 现场核查没有结束，不能提出审查意见；别的不受影响", () => {
    expect(Object.keys(reviewObstacles({ remarks: [], returns: 0, visitOpen: true }, undefined))).toEqual(["returnForCorrection", "passReview"]);
  });

  it("L-6-04 内网的动作一个不少；不予受理、不予许可有法律依据可选", () => {
    const staffSide = licensingWorkflow.filter((row) => row.roles.some((role) => isCodeOf(staffRoles, role)));
    expect(new Set(reviewActions)).toEqual(new Set(staffSide.map((row) => row.action)));
    for (const row of staffSide) expect(articlesFor(row.action).length > 0).toBe(row.needs?.includes("article") ?? false);
  });
});
