import { existsSync } from "node:fs";
import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import DeskNotFound from "@/app/admin/(desk)/not-found";
import EnterpriseNotFound from "@/app/(enterprise)/not-found";
import PublicNotFound from "@/app/(public)/not-found";
import RootNotFound from "@/app/not-found";
import { listFiles } from "@/tests/architecture/source-file";

const inGroup = [
  { layout: "app/(public)/layout.tsx", Page: PublicNotFound, home: "/" },
  { layout: "app/(enterprise)/layout.tsx", Page: EnterpriseNotFound, home: "/home" },
  { layout: "app/admin/(desk)/layout.tsx", Page: DeskNotFound, home: "/admin" },
];

describe("没有的页面", () => {
  it("每一个带框的布局旁边都有自己的一页，否则根的那一页连框一起套进来", () => {
    const layouts = listFiles().filter((file) => /^app\/.+\/layout\.tsx$/.test(file));
    expect(layouts.sort()).toEqual(inGroup.map(({ layout }) => layout).sort());
    expect(layouts.filter((layout) => !existsSync(layout.replace("layout.tsx", "not-found.tsx")))).toEqual([]);
  });

  it.each(inGroup)("$layout 里的不再带框，回到自己的首页", ({ Page, home }) => {
    render(<Page />);
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("没有找到这个页面");
    expect(screen.queryByRole("main")).toBeNull();
    expect(screen.queryByRole("banner")).toBeNull();
    expect(screen.getByRole("link", { name: "回到首页" }).getAttribute("href")).toBe(home);
  });

  it("哪一页都不是的地址只有根的一个框", () => {
    render(<RootNotFound />);
    expect(screen.getAllByRole("main")).toHaveLength(1);
    expect(screen.getAllByRole("banner")).toHaveLength(1);
  });
});
