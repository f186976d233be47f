import { describe, expect, it } from "vitest";
import { AMBER_FROM, light } from "@/lib/workflow/clock";

describe("L-6-02 期限的灯", () => {
  it("多于两日绿，两日以内黄，逾期红", () => {
    expect(AMBER_FROM).toBe(2);
    expect([5, 3, 2, 0, -1].map((left) => light(left))).toEqual(["green", "green", "amber", "amber", "red"]);
  });
});
