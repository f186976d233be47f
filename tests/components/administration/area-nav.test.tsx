import { render, screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";

const place = vi.hoisted(() => ({ path: "/admin/people/1" }));
vi.mock("next/navigation", () => ({ usePathname: () => place.path }));
const { AreaNav } = await import("@/components/layout/AreaNav");

const items = [{ href: "/admin/settings", label: "设置" }, { href: "/admin/settings/calendar", label: "节假日" }, { href: "/admin/people", label: "人员" }];

describe("系统管理各页之间的导航", () => {
  it.each([["/admin/people/1", "人员"], ["/admin/settings/calendar", "节假日"], ["/admin/settings", "设置"]])("issue 5 在 %s 标出%s", (path, label) => {
    place.path = path;
    render(<AreaNav label="系统管理" items={items} />);
    const [wide, phone] = screen.getAllByRole("navigation", { name: "系统管理" });
    for (const nav of [wide, phone]) expect(nav?.querySelector("[aria-current=page]")?.textContent).toBe(label);
    expect(phone?.querySelector("summary")?.textContent).toBe(`系统管理：${label}`);
  });

  it("issue 5 等着办的件数写在那一页的名称之后", () => {
    place.path = "/admin/settings";
    render(<AreaNav label="系统管理" items={[...items, { href: "/admin/claims", label: "认领申请", count: 2 }]} />);
    expect(screen.getAllByRole("link", { name: "认领申请 2" }).length).toBeGreaterThan(0);
  });

  it("issue 5 在别的栏目、只看得到一页的，不出现", () => {
    place.path = "/admin/licences";
    const { container, rerender } = render(<AreaNav label="系统管理" items={items} />);
    expect(container.textContent).toBe("");
    place.path = "/admin/settings";
    rerender(<AreaNav label="系统管理" items={items.slice(0, 1)} />);
    expect(container.textContent).toBe("");
  });
});
