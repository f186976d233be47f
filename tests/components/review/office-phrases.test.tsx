import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { OfficePhrases } from "@/components/review/OfficePhrases";

const router = { refresh: vi.fn() };
vi.mock("next/navigation", () => ({ useRouter: () => router }));
beforeEach(() => vi.clearAllMocks());

const phrases = [{ id: "p1", scope: "office" as const, text: "社保证明不足三个月，请补充" }];
const done = () => vi.fn(async () => ({ ok: true as const, value: {} }));

describe("本机构的常用语", () => {
  it("L-6-04 添一条、删一条；没写的不送出；已经有了的说出来，写的字还在", async () => {
    const save = vi.fn(async () => ({ ok: false as const, code: "conflict", message: "这条常用语已经有了", fields: {} }));
    const remove = done();
    const user = userEvent.setup();
    render(<OfficePhrases phrases={phrases} save={save} remove={remove} />);
    await user.click(screen.getByRole("button", { name: "添加" }));
    expect(screen.getByText("请写明常用语")).toBeTruthy();
    expect(save).not.toHaveBeenCalled();
    await user.type(screen.getByLabelText("新的一条"), " 请盖章 ");
    await user.click(screen.getByRole("button", { name: "添加" }));
    expect(save).toHaveBeenCalledWith({ scope: "office", text: "请盖章" });
    expect(await screen.findByText("这条常用语已经有了")).toBeTruthy();
    expect((screen.getByLabelText("新的一条") as HTMLInputElement).value).toBe(" 请盖章 ");
    await user.click(screen.getByRole("button", { name: /^删去/ }));
    expect(remove).not.toHaveBeenCalled();
    const dialog = screen.getByRole("dialog", { name: "删去这条常用语？" });
    expect(dialog.textContent).toContain("“社保证明不足三个月，请补充”删去后，本机构的人写意见时都选不到它");
    await user.click(within(dialog).getByRole("button", { name: "删去" }));
    expect(remove).toHaveBeenCalledWith({ phraseId: "p1" });
    expect(router.refresh).toHaveBeenCalledOnce();
  });

  it("L-6-04 存好之后输入框清空；一条也没有的说出来", async () => {
    const user = userEvent.setup();
    render(<OfficePhrases phrases={[]} save={done()} remove={done()} />);
    expect(screen.getByText("还没有本机构的常用语。")).toBeTruthy();
    await user.type(screen.getByLabelText("新的一条"), "请盖章");
    await user.click(screen.getByRole("button", { name: "添加" }));
    expect((screen.getByLabelText("新的一条") as HTMLInputElement).value).toBe("");
  });
});
