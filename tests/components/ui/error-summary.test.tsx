import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ErrorSummary, type SummaryIssue } from "@/components/ui/ErrorSummary";

const missing: SummaryIssue = { href: "#cert", text: "请填写职称证书编号" };
const elsewhere: SummaryIssue = { href: "/applications/1/sections/basic", text: "请填写住所" };

beforeEach(() => {
  document.title = "技术负责人";
});

describe("错误汇总", () => {
  it("说明有几处，获得焦点，标题以“错误：”开头；改好后恢复", () => {
    const { rerender } = render(<ErrorSummary issues={[missing, elsewhere]} />);
    expect(screen.getByRole("heading", { level: 2, name: "有 2 处需要修改" })).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole("alert"));
    expect(document.title).toBe("错误：技术负责人");
    rerender(<ErrorSummary issues={[]} />);
    expect(screen.queryByRole("alert")).toBeNull();
    expect(document.title).toBe("技术负责人");
  });

  it("问题变了才再次取得焦点", () => {
    const page = (issues: SummaryIssue[]) => (
      <>
        <ErrorSummary issues={issues} focusOnMount={false} />
        <input aria-label="姓名" />
      </>
    );
    const { rerender } = render(page([missing]));
    const name = screen.getByLabelText("姓名");
    name.focus();
    rerender(page([{ ...missing }]));
    expect(document.activeElement).toBe(name);
    rerender(page([missing, elsewhere]));
    expect(document.activeElement).toBe(screen.getByRole("alert"));
  });

  it("每一行通到出错的字段，折起来的先打开", async () => {
    const onSelect = vi.fn();
    render(
      <>
        <ErrorSummary issues={[{ ...missing, onSelect }]} />
        <details>
          <summary>证书</summary>
          <input id="cert" aria-label="职称证书编号" />
        </details>
      </>,
    );
    await userEvent.click(screen.getByRole("link", { name: missing.text }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("职称证书编号")));
    expect(document.querySelector("details")?.open).toBe(true);
    expect(onSelect).toHaveBeenCalledOnce();
  });

  it("一组选项的错误通到第一个选项", async () => {
    render(
      <>
        <ErrorSummary issues={[{ href: "#kinds", text: "请选择负责类别" }]} />
        <div id="kinds" role="group" tabIndex={-1} aria-label="负责类别">
          <input type="checkbox" aria-label="承装" />
        </div>
      </>,
    );
    await userEvent.click(screen.getByRole("link", { name: "请选择负责类别" }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("承装")));
  });

  it("别的页面上的问题是通往那一页的链接", () => {
    render(<ErrorSummary issues={[elsewhere]} />);
    expect(screen.getByRole("link", { name: elsewhere.text }).getAttribute("href")).toBe(elsewhere.href);
  });
});
