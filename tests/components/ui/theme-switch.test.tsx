import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it } from "vitest";
import { findTheme } from "@/components/ui/theme";
import { ThemeSwitch } from "@/components/ui/ThemeSwitch";

afterEach(() => {
  delete document.documentElement.dataset.theme;
});

describe("显示方式", () => {
  it("选大字后立即生效，记在 cookie 里，并标出所选", async () => {
    render(<ThemeSwitch />);
    const large = screen.getByRole("button", { name: "大字" });
    expect(large.getAttribute("aria-pressed")).toBe("false");
    await userEvent.click(large);
    expect(document.documentElement.dataset.theme).toBe("large");
    expect(document.cookie).toContain("theme=large");
    expect(large.getAttribute("aria-pressed")).toBe("true");
    expect(screen.getByRole("button", { name: "标准" }).getAttribute("aria-pressed")).toBe("false");
  });

  it("cookie 里不认识的值不算选择", () => {
    expect(findTheme("dark")).toBe("dark");
    expect(findTheme("neon")).toBeUndefined();
    expect(findTheme(undefined)).toBeUndefined();
  });
});
