import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { useFocusReturn } from "@/components/ui/use-focus-return";

function Held({ locked }: { locked: boolean }) {
  useFocusReturn(locked);
  return <div inert={locked}><input aria-label="标题" /><input aria-label="正文" /></div>;
}

it("L-1-04 等答复时锁住的表单，答复来了焦点回到原来那一格；人已经去了别处的不动", () => {
  const { rerender } = render(<><Held locked={false} /><button type="button">别处</button></>);
  const at = (locked: boolean) => rerender(<><Held locked={locked} /><button type="button">别处</button></>);
  const title = screen.getByLabelText("标题");
  title.focus();
  at(true);
  title.blur();
  at(false);
  expect(document.activeElement).toBe(title);
  at(true);
  screen.getByRole("button", { name: "别处" }).focus();
  at(false);
  expect(document.activeElement?.textContent).toBe("别处");
});
