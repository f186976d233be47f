"use client";

import { PublicFrame } from "@/components/layout/PublicFrame";
import { Button, ButtonLink } from "@/components/ui/Button";

/** Something failed that no one foresaw: what is safe, what to try, and the number to quote. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <PublicFrame home="/" footer={[]}>
      <title>系统繁忙</title>
      <div className="lost stack" role="alert">
        <h1>系统繁忙，这一步没有完成</h1>
        <p>已保存的内容不受影响。请稍后重试；多次不成功的，请联系技术支持并告知错误编号。</p>
        {error.digest && (
          <p>
            错误编号 <b>{error.digest}</b>
          </p>
        )}
        <p className="btns">
          <Button kind="primary" icon="refresh" onClick={reset}>
            重试
          </Button>
          <ButtonLink href="/">回到首页</ButtonLink>
        </p>
      </div>
    </PublicFrame>
  );
}
