import { act, fireEvent, render, screen } from "@testing-library/react";
import type { AnchorHTMLAttributes } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { onFirstInteraction } from "@/components/ui/first-interaction";
import { Link } from "@/components/ui/Link";

const status = vi.hoisted(() => ({ pending: false }));
vi.mock("next/link", () => ({
  default: ({ prefetch, children, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { prefetch: boolean | null }) => <a data-prefetch={String(prefetch)} {...rest}>{children}</a>,
  useLinkStatus: () => status,
}));

const link = (name: string) => screen.getByRole("link", { name });
const opening = () => document.documentElement.hasAttribute("data-opening");

describe("站内链接", () => {
  beforeEach(() => {
    status.pending = false;
  });

  it("见到不预取，移上来或聚焦才预取；自己写明的照写明的", () => {
    render(<><Link href="/a">甲</Link><Link href="/b">乙</Link><Link href="/c.pdf" prefetch={false}>丙</Link></>);
    expect(link("甲").dataset.prefetch).toBe("false");
    fireEvent.pointerEnter(link("甲"));
    fireEvent.focus(link("乙"));
    fireEvent.pointerEnter(link("丙"));
    expect(["甲", "乙", "丙"].map((name) => link(name).dataset.prefetch)).toEqual(["null", "null", "false"]);
  });

  it("新的一页还没来时有一条线，来了就收起", () => {
    const page = () => <Link href="/a">甲</Link>;
    const { rerender, unmount } = render(page());
    expect(opening()).toBe(false);
    status.pending = true;
    rerender(page());
    fireEvent.pointerEnter(link("甲"));
    expect(opening()).toBe(true);
    unmount();
    expect(opening()).toBe(false);
  });
});

describe("人第一次动手", () => {
  it("做一次；撤销了不做", () => {
    const [first, second] = [vi.fn(), vi.fn()];
    onFirstInteraction(first);
    onFirstInteraction(second)();
    act(() => void fireEvent.keyDown(document.body));
    fireEvent.pointerDown(document.body);
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 0]);
  });
});
