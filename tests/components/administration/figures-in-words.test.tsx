import { fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { ImportUpload } from "@/components/imports/ImportUpload";
import { EnterpriseAccounts } from "@/components/administration/EnterpriseAccounts";
import { Colleagues } from "@/components/account/Colleagues";
import { done } from "../account/replies";

// 换成别的数：句子里的数要跟着变，没有另写一遍
vi.mock("@/lib/terms/invitations", () => ({ INVITATION_DAYS: 9, invitationPeriod: "九天" }));
vi.mock("@/lib/licensing/imports/limits", () => ({ MAX_IMPORT_MEGABYTES: 1, MAX_IMPORT_BYTES: 4, MAX_IMPORT_ROWS: 10 }));
vi.mock("next/navigation", () => ({ useRouter: () => ({ push: vi.fn(), refresh: vi.fn() }) }));

describe("句子里的数只有一处", () => {
  it("issue 5 导入文件过大：说的就是上限", () => {
    const check = done({ id: "r1" });
    render(<ImportUpload check={check} />);
    fireEvent.change(screen.getByLabelText(/选取文件：/), { target: { files: [new File(["12345"], "旧登记簿.xlsx")] } });
    fireEvent.click(screen.getByRole("button", { name: "检查" }));
    expect(screen.getByRole("alert").textContent).toContain("文件超过 1 MB，请分成几个文件");
    expect(check).not.toHaveBeenCalled();
  });

  it("issue 5 邀请同事、移交企业：说的就是邀请的期限", async () => {
    const user = userEvent.setup();
    const { unmount } = render(
      <Colleagues editable colleagues={[]} invitations={[]} roles={[{ value: "filler", label: "填报人" }]} invite={done({})} setState={done({})} revoke={done({})} />,
    );
    await user.click(screen.getByRole("button", { name: "邀请同事" }));
    const invitation = within(screen.getByRole("dialog"));
    await user.type(invitation.getByLabelText(/姓名/), "李明");
    await user.type(invitation.getByLabelText(/手机/), "13900000001");
    for (const box of invitation.queryAllByRole("checkbox")) await user.click(box);
    await user.click(invitation.getByRole("button", { name: /邀请/ }));
    expect(await screen.findByText("邀请已用短信发给 李明，九天内有效")).toBeTruthy();
    unmount();

    const enterprise = { id: "e1", name: "沈阳甲电力有限公司", uscc: "91210102XFAKE501XR", officeName: "东北监管局", accounts: [] };
    render(<EnterpriseAccounts enterprises={[enterprise]} setState={done(undefined)} endSessions={done({ ended: 0 })} handOver={done({ disabled: 1 })} />);
    await user.click(screen.getByRole("button", { name: /^移交/ }));
    await user.type(screen.getByLabelText(/接手人姓名/), "李明");
    await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: "移交" }));
    expect(await screen.findByText(/接手人凭短信里的链接设置账号，九天内有效。/)).toBeTruthy();
  });
});
