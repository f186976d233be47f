import { act, fireEvent, renderHook, waitFor } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { mayBeSubmittedHere } from "@/components/application/use-submission";
import { useWholeForm, type WholeForm } from "@/components/application/use-whole-form";
import { newLicence } from "@/lib/licensing/businesses/new-licence";
import { personnelChange } from "@/lib/licensing/businesses/personnel-change";

const whole: WholeForm = newLicence;
const touch = () => act(() => void fireEvent.pointerDown(document.body));

describe("整份申请表何时载入", () => {
  it("人动手之前不载入；载入失败的，再动手再试", async () => {
    const load = vi.fn().mockRejectedValueOnce(new Error("offline")).mockResolvedValue(whole);
    const { result } = renderHook(() => useWholeForm("one", load, false));
    expect(load).not.toHaveBeenCalled();
    touch();
    await waitFor(() => expect(load).toHaveBeenCalledTimes(1));
    await act(async () => {});
    expect(result.current).toBeUndefined();
    touch();
    await waitFor(() => expect(result.current).toBe(whole));
  });

  it("在本页提交的一打开就载入：提交之前要看整份", async () => {
    const { result } = renderHook(() => useWholeForm("two", () => Promise.resolve(whole), true));
    await waitFor(() => expect(result.current).toBe(whole));
    expect(newLicence.sections.filter(mayBeSubmittedHere).map(({ layout }) => layout)).toEqual(["check"]);
    expect(personnelChange.sections.filter(mayBeSubmittedHere), "各页都声明在本页提交").toEqual(personnelChange.sections);
  });
});
