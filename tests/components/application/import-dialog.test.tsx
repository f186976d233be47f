import { fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { ImportDialog } from "@/components/application/roster/ImportDialog";
import type { ImportReply, Outcome } from "@/components/application/types";
import { lateAnswer } from "../late-answer";

it("导入表格：正在导入时关不掉，导入了多少总看得到", async () => {
  const user = userEvent.setup();
  const onClose = vi.fn();
  const answer = lateAnswer<Outcome<ImportReply>>();
  render(<ImportDialog rowLabel="电工" templateHref="/template" importFile={() => answer.promise} onClose={onClose} />);
  await user.upload(screen.getByLabelText("选取文件：填好的表格"), new File(["x"], "电工.xlsx"));
  await user.click(screen.getByRole("button", { name: "导入" }));
  await user.click(screen.getByRole("button", { name: "取消" }));
  await user.click(screen.getByRole("button", { name: "关闭" }));
  fireEvent(screen.getByRole("dialog"), new Event("cancel", { cancelable: true }));
  expect(onClose).not.toHaveBeenCalled();
  answer.arrive({ ok: true, value: { imported: 3, updated: 0, refused: 0, faults: [] } });
  expect(await screen.findByText("新增 3 行，更新 0 行电工，没有错误。")).toBeTruthy();
  fireEvent(screen.getByRole("dialog"), new Event("cancel", { cancelable: true }));
  expect(onClose).toHaveBeenCalledOnce();
});
