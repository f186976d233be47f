import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { AdminFrame } from "@/components/layout/AdminFrame";
import { EnterpriseFrame } from "@/components/layout/EnterpriseFrame";
import { findCurrent } from "@/components/layout/MainNav";
import { PublicFrame } from "@/components/layout/PublicFrame";

vi.mock("next/navigation", () => ({ usePathname: () => "/applications/new/licence" }));

const nav = [
  { href: "/home", label: "首页" },
  { href: "/applications", label: "许可业务" },
  { href: "/help", label: "帮助" },
];

function renderEnterprise(signOut = vi.fn()) {
  render(
    <EnterpriseFrame
      enterpriseName="沈阳甲电力工程有限公司"
      home="/home"
      todos={{ href: "/todos", count: 3 }}
      messages={{ href: "/messages", count: 0 }}
      nav={nav}
      passwordHref="/account/password"
      signOut={signOut}
      footer={["监督热线 12398"]}
    >
      <h1>页面</h1>
    </EnterpriseFrame>,
  );
  return screen.getByRole("button", { name: /沈阳甲电力工程有限公司/ });
}

describe("企业的页面框架", () => {
  it("L-3.4-01 指向企业名称显示“修改密码”框，离开即收起", async () => {
    const name = renderEnterprise();
    expect(name.getAttribute("aria-expanded")).toBe("false");
    await userEvent.hover(name);
    expect(name.getAttribute("aria-expanded")).toBe("true");
    const box = document.getElementById(name.getAttribute("aria-controls") ?? "");
    if (!box) throw new Error("没有框");
    expect(within(box).getByRole("link", { name: "修改密码" }).getAttribute("href")).toBe("/account/password");
    expect(within(box).getByRole("button", { name: "退出登录" })).toBeTruthy();
    await userEvent.unhover(name);
    expect(name.getAttribute("aria-expanded")).toBe("false");
  });

  it("L-3.4-01 键盘同样可以：焦点打开，Escape 收起并回到名称", async () => {
    const name = renderEnterprise();
    name.focus();
    await userEvent.tab();
    expect(document.activeElement?.textContent).toBe("修改密码");
    expect(name.getAttribute("aria-expanded")).toBe("true");
    await userEvent.keyboard("{Escape}");
    expect(name.getAttribute("aria-expanded")).toBe("false");
    expect(document.activeElement).toBe(name);
  });

  it("待办的数目写出来，没有的不写；当前栏目有标记", () => {
    renderEnterprise();
    expect(screen.getByRole("link", { name: "待办 3" })).toBeTruthy();
    expect(screen.getAllByRole("link", { name: "消息" }).length).toBeGreaterThan(0);
    const main = screen.getByRole("navigation", { name: "主导航" });
    expect(within(main).getByRole("link", { current: "page" }).textContent).toBe("许可业务");
    expect(screen.getByRole("link", { name: "跳到主要内容" }).getAttribute("href")).toBe("#main");
    expect(screen.getByRole("main").id).toBe("main");
  });
});

describe("内网和公众的页面框架", () => {
  it("搜索把 q 送到队列，按 / 进入", async () => {
    render(
      <AdminFrame
        home="/admin"
        person={{ name: "张敏", post: "受理岗" }}
        waiting={{ href: "/admin/queue", count: 12 }}
        searchAction="/admin/queue"
        nav={nav}
        signOut={vi.fn()}
        footer={[]}
      >
        <h1>形审</h1>
      </AdminFrame>,
    );
    expect(screen.getByText("内网")).toBeTruthy();
    const search = screen.getByRole("search");
    expect(search.getAttribute("action")).toBe("/admin/queue");
    const input = within(search).getByRole<HTMLInputElement>("searchbox");
    await userEvent.keyboard("/");
    expect(document.activeElement).toBe(input);
    expect(input.name).toBe("q");
    await userEvent.keyboard("/");
    expect(input.value).toBe("/");
  });

  it("公众页面没有主导航，有查验等链接", () => {
    render(
      <PublicFrame home="/" links={[{ href: "/verify", label: "许可证查验" }]} footer={["监督热线 12398"]}>
        <h1>企业登录</h1>
      </PublicFrame>,
    );
    expect(screen.queryByRole("navigation")).toBeNull();
    expect(screen.getByRole("link", { name: "许可证查验" }).getAttribute("href")).toBe("/verify");
    expect(screen.getByText("监督热线 12398")).toBeTruthy();
  });
});

describe("主导航的当前栏目", () => {
  it("取最贴近的地址，不被相似的开头迷惑", () => {
    const items = [...nav, { href: "/", label: "根" }, { href: "/licence", label: "我的许可证", also: ["/certificate"] }];
    expect(findCurrent(items, "/licence")?.label).toBe("我的许可证");
    expect(findCurrent(items, "/certificate/2")?.label).toBe("我的许可证");
    expect(findCurrent(nav, "/homework")).toBeUndefined();
  });
});
