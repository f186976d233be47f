import { fireEvent, screen, waitFor } from "@testing-library/react";

/** 点本站的另一页、又要关闭页面：两处都问了才算问；只问了一处的是错。 */
export function asksOnLeave(): boolean {
  const link = document.createElement("a");
  link.href = "/admin/elsewhere";
  // 没有被拦下的在这里停住，不真的走
  const follow = (event: Event) => event.preventDefault();
  link.addEventListener("click", follow);
  document.body.append(link);
  fireEvent.click(link);
  link.remove();
  const asked = screen.queryByRole("dialog", { name: "离开这一页？" }) !== null;
  if (asked !== asksOnClose()) throw new Error(`链接${asked ? "问了" : "没有问"}，关闭页面${asked ? "没有问" : "问了"}`);
  return asked;
}

function asksOnClose(): boolean {
  const unload = new Event("beforeunload", { cancelable: true });
  window.dispatchEvent(unload);
  return unload.defaultPrevented;
}

/** 存好之后不再问：等页面照存好的样子画过。 */
export async function asksNoMore(): Promise<void> {
  await waitFor(() => {
    if (asksOnClose()) throw new Error("存好了还问");
  });
  if (asksOnLeave()) throw new Error("存好了还问");
}
