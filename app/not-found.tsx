import type { Metadata } from "next";
import { PublicFrame } from "@/components/layout/PublicFrame";
import { ButtonLink } from "@/components/ui/Button";

export const metadata: Metadata = { title: "没有找到这个页面" };

/** An address that leads nowhere, or to what this person may not see. */
export default function NotFound() {
  return (
    <PublicFrame home="/" footer={[]}>
      <div className="lost stack">
        <h1>没有找到这个页面</h1>
        <p>地址可能有误，内容可能已经移走，或者不在您的办理范围内。请核对地址，或从首页进入。</p>
        <p className="btns">
          <ButtonLink href="/" kind="primary">
            回到首页
          </ButtonLink>
        </p>
      </div>
    </PublicFrame>
  );
}
