import { describe, expect, it } from "vitest";
import { changeOf, type Handled } from "@/lib/evaluation/bad-ratings/changes";
import { initialHandlingDays } from "@/lib/evaluation/bad-ratings/deadlines";
import { noteOf } from "@/lib/evaluation/bad-ratings/handling";
import { reminderText } from "@/lib/evaluation/bad-ratings/reminder";
import { builtInCalendar } from "@/lib/workflow/calendar";

/** 星期五收到，下星期三办理。 */
const handled = (more: Partial<Handled>): Handled => ({
  action: "assign", words: { text: "已办" }, doerId: "me", moment: new Date("2026-11-25T02:00:00Z"), days: initialHandlingDays, calendar: builtInCalendar,
  before: { createdAt: new Date("2026-11-20T02:00:00Z"), complex: false, rectifyDueOn: "2026-11-27" }, ...more,
});

describe("差评办理改动什么", () => {
  it("L-6-10 分派次日起一个工作日核实；改派不延后期限", () => {
    expect(changeOf(handled({ words: { text: "", assigneeId: "a" } }))).toMatchObject({ assigneeId: "a", stageDueOn: "2026-11-26" });
    expect(changeOf(handled({ action: "reassign", words: { text: "调岗", assigneeId: "b" } }))).not.toHaveProperty("stageDueOn");
  });

  it("L-6-10 整改期限自收到评价起算，拖着不分派也不延后；复杂的十五个工作日", () => {
    expect(changeOf(handled({ action: "verify", words: { text: "属实", verdict: "reasonable" } }))).toMatchObject({ verdict: "reasonable", complex: false, rectifyDueOn: "2026-11-27", stageDueOn: "2026-11-27" });
    expect(changeOf(handled({ action: "verify", words: { text: "属实", verdict: "reasonable", complex: true } }))).toMatchObject({ complex: true, rectifyDueOn: "2026-12-11" });
  });

  it("L-6-10 按期与逾期的答复分得清，答复次日起回访", () => {
    expect(changeOf(handled({ action: "answer" }))).toMatchObject({ onTime: true, answer: "已办", stageDueOn: "2026-12-02" });
    expect(changeOf(handled({ action: "answer", before: { createdAt: new Date("2026-11-10T02:00:00Z"), complex: false, rectifyDueOn: "2026-11-17" } }))).toMatchObject({ onTime: false });
  });

  it("L-6-10 申诉不成立的按合理整改，期限自复核起重新计；排除的不算整改过", () => {
    expect(changeOf(handled({ action: "upholdRating" }))).toMatchObject({ appeal: "upheld", verdict: "reasonable", rectifyDueOn: "2026-12-02", appealDecidedById: "me" });
    const excluded = changeOf(handled({ action: "exclude" }));
    expect(excluded).toMatchObject({ appeal: "excluded", answer: "已办", stageDueOn: "2026-12-02" });
    expect(excluded).not.toHaveProperty("rectifiedAt");
  });

  it("L-6-10 撤回申诉：回到没有申诉的样子，期限是原来的整改期限", () => {
    expect(changeOf(handled({ action: "withdrawAppeal", words: { text: "改为整改" } }))).toEqual({ appeal: "none", appealById: null, appealReason: null, stageDueOn: "2026-11-27" });
  });

  it("L-6-10 不满意退回重新整改：整改、答复、回访都不再算数", () => {
    expect(changeOf(handled({ action: "sendBack" }))).toMatchObject({ rectifiedAt: null, onTime: null, answeredAt: null, calledBackAt: null, callBack: null, rectifyDueOn: "2026-12-02" });
  });

  it("L-6-10 经过与提醒的话里没有评价内容以外的人", () => {
    expect(noteOf("assign", { text: "", assigneeId: "x" }, "钱审查")).toBe("由钱审查办理");
    expect(noteOf("verify", { text: "属实", verdict: "reasonable", complex: true })).toBe("合理；情况复杂；属实");
    expect(noteOf("callBack", { text: "已说明", outcome: "satisfied" })).toBe("满意；已说明");
    expect(reminderText("rectifying", "窗口服务", "2026-11-27", "2026-11-26").note).toBe("请在2026年11月27日前整改并答复");
    expect(reminderText("new", "窗口服务", "2026-11-27", "2026-11-30").sms).toContain("分派已逾期");
  });
});
