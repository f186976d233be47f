"use client";

import { PlainFrame, start } from "@/components/layout/PlainFrame";

/** Something failed that no one foresaw: what is safe, what to try, and the number to quote. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <PlainFrame>
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
          <button type="button" className="btn primary" onClick={() => (error.name === "ChunkLoadError" ? window.location.reload() : reset())}>
            重试
          </button>
          <a className="btn" href={start}>
            回到首页
          </a>
        </p>
      </div>
    </PlainFrame>
  );
}
