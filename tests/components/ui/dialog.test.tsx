import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { Button } from "@/components/ui/Button";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import { Dialog } from "@/components/ui/Dialog";

function Sample({ invalid }: { invalid?: boolean }) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>修改</Button>
      <Dialog open={open} onClose={close} title="修改工作经历" footer={<Button onClick={close}>取消</Button>}>
        <input aria-label="工作单位" />
        <input aria-label="证明人电话" aria-invalid={invalid} />
      </Dialog>
    </>
  );
}

const opener = () => screen.getByRole("button", { name: "修改" });

describe("对话框", () => {
  it("焦点进到第一个字段，取消关闭，焦点回到原处", async () => {
    render(<Sample />);
    expect(screen.queryByRole("dialog")).toBeNull();
    await userEvent.click(opener());
    expect(screen.getByRole("dialog", { name: "修改工作经历" })).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText("工作单位"));
    await userEvent.click(screen.getByRole("button", { name: "取消" }));
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(document.activeElement).toBe(opener());
  });

  it("有错的字段先得到焦点", async () => {
    render(<Sample invalid />);
    await userEvent.click(opener());
    expect(document.activeElement).toBe(screen.getByLabelText("证明人电话"));
  });

  it("Escape 和“关闭”都关闭；里面控件的 cancel 不关闭", async () => {
    render(<Sample />);
    await userEvent.click(opener());
    fireEvent(screen.getByLabelText("工作单位"), new Event("cancel", { bubbles: true }));
    expect(screen.queryByRole("dialog")).not.toBeNull();
    fireEvent(screen.getByRole("dialog"), new Event("cancel", { cancelable: true }));
    expect(screen.queryByRole("dialog")).toBeNull();
    await userEvent.click(opener());
    await userEvent.click(screen.getByRole("button", { name: "关闭" }));
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("确认前什么也不发生；处理中不能再按", async () => {
    const onConfirm = vi.fn();
    const onClose = vi.fn();
    const ask = (pending: boolean) => (
      <ConfirmDialog open onClose={onClose} title="不予受理？" confirmLabel="不予受理" onConfirm={onConfirm} dangerous pending={pending}>
        企业将收到决定书。
      </ConfirmDialog>
    );
    const { rerender } = render(ask(false));
    await userEvent.click(screen.getByRole("button", { name: "取消" }));
    expect(onClose).toHaveBeenCalledOnce();
    expect(onConfirm).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole("button", { name: "不予受理" }));
    expect(onConfirm).toHaveBeenCalledOnce();
    rerender(ask(true));
    await userEvent.click(screen.getByRole("button", { name: /不予受理/ }));
    expect(onConfirm).toHaveBeenCalledOnce();
  });

  it("处理中不能当作没有办：取消、Escape、“关闭”都不起作用", async () => {
    const onClose = vi.fn();
    render(
      <ConfirmDialog open onClose={onClose} title="不予受理？" confirmLabel="不予受理" onConfirm={vi.fn()} pending>
        企业将收到决定书。
      </ConfirmDialog>,
    );
    const cancel = screen.getByRole("button", { name: "取消" });
    expect([cancel.getAttribute("aria-disabled"), cancel.title]).toEqual(["true", "正在处理"]);
    await userEvent.click(cancel);
    fireEvent(screen.getByRole("dialog"), new Event("cancel", { cancelable: true }));
    await userEvent.click(screen.getByRole("button", { name: "关闭" }));
    expect(onClose).not.toHaveBeenCalled();
    // 连按 Escape，浏览器不问页面就关
    const dialog = screen.getByRole<HTMLDialogElement>("dialog");
    dialog.close();
    await waitFor(() => expect(dialog.open).toBe(true));
  });
});
