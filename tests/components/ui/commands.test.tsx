import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { Button, ButtonLink } from "@/components/ui/Button";
import { Menu } from "@/components/ui/Menu";
import { Message } from "@/components/ui/Message";
import { SaveLine } from "@/components/ui/SaveBar";

describe("按钮", () => {
  it("现在不能按的仍可到达，说明原因，不提交表单", async () => {
    const onSubmit = vi.fn((event: { preventDefault(): void }) => event.preventDefault());
    const onClick = vi.fn();
    const onBlocked = vi.fn();
    render(
      <form onSubmit={onSubmit}>
        <Button type="submit" blockedBy="why" onClick={onClick} onBlocked={onBlocked}>
          提交申请
        </Button>
        <p id="why">还有 12 项未通过</p>
      </form>,
    );
    const button = screen.getByRole("button", { name: "提交申请" });
    expect(button.getAttribute("aria-disabled")).toBe("true");
    expect(button.getAttribute("aria-describedby")).toBe("why");
    await userEvent.tab();
    expect(document.activeElement).toBe(button);
    await userEvent.keyboard("{Enter}");
    expect(onBlocked).toHaveBeenCalledOnce();
    expect(onClick).not.toHaveBeenCalled();
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it("同名的命令各说各的对象", () => {
    render(
      <>
        <Button kind="link" about="第 2 行">
          修改
        </Button>
        <ButtonLink href="/cases/7" about="DB-2026-000291">
          打开
        </ButtonLink>
        <ButtonLink href="/renewal" blocked="2026年12月15日起可以申请">
          许可证延续
        </ButtonLink>
      </>,
    );
    expect(screen.getByRole("button", { name: /^修改\s?第 2 行$/ })).toBeTruthy();
    expect(screen.getByRole("link", { name: /^打开\s?DB-2026-000291$/ }).getAttribute("href")).toBe("/cases/7");
    const blocked = screen.getByRole("link", { name: "许可证延续", description: "2026年12月15日起可以申请" });
    expect(blocked.hasAttribute("href")).toBe(false);
    expect(blocked.getAttribute("aria-disabled")).toBe("true");
  });
});

describe("菜单", () => {
  it("Escape 收起并回到名称，按别处也收起", async () => {
    render(
      <>
        <Menu label="更多">
          <button type="button">导出</button>
        </Menu>
        <button type="button">别处</button>
      </>,
    );
    const menu = document.querySelector("details");
    if (!menu) throw new Error("没有菜单");
    menu.open = true;
    screen.getByText("导出").focus();
    await userEvent.keyboard("{Escape}");
    expect(menu.open).toBe(false);
    expect(document.activeElement).toBe(menu.querySelector("summary"));
    menu.open = true;
    await userEvent.click(screen.getByText("别处"));
    expect(menu.open).toBe(false);
  });
});

describe("保存行", () => {
  it("存了但没填完的，绿字旁边有提醒", () => {
    render(<SaveLine state={{ kind: "saved", at: "14:32", missing: "还有 3 项未填" }} />);
    const line = screen.getByRole("status");
    expect(line.textContent).toBe("已保存 14:32还有 3 项未填");
    expect(screen.getByText("还有 3 项未填").className).toBe("warn-t");
  });

  it("没存上的说明内容还在，可以重试", async () => {
    const onRetry = vi.fn();
    render(<SaveLine state={{ kind: "failed", onRetry }} />);
    expect(screen.getByText("未能保存，请检查网络；内容仍在本页")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: /^重试\s?保存$/ }));
    expect(onRetry).toHaveBeenCalledOnce();
  });
});

describe("消息", () => {
  it("因操作出现的坏消息立即读出，原本就在的不打断", () => {
    const { rerender } = render(<Message tone="bad" title="没有提交" announce />);
    expect(screen.getByRole("alert").textContent).toContain("没有提交");
    rerender(<Message tone="good" announce>已办结</Message>);
    expect(screen.getByRole("status").textContent).toContain("已办结");
    rerender(<Message tone="info">提示</Message>);
    expect(screen.queryByRole("alert")).toBeNull();
    expect(screen.queryByRole("status")).toBeNull();
  });
});
