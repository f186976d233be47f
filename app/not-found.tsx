import type { Metadata } from "next";
import { PlainFrame, start } from "@/components/layout/PlainFrame";

export const metadata: Metadata = { title: "没有找到这个页面" };

/** An address that leads nowhere, or to what this person may not see. */
export default function NotFound() {
  return (
    <PlainFrame>
      <div className="lost stack">
        <h1>没有找到这个页面</h1>
        <p>地址可能有误，内容可能已经移走，或者不在您的办理范围内。请核对地址，或从首页进入。</p>
        <p className="btns">
          <a className="btn primary" href={start}>
            回到首页
          </a>
        </p>
      </div>
    </PlainFrame>
  );
}
