import type { ReactNode } from "react";
import { Button } from "./Button";
import { Status } from "./Status";

export type SaveState =
  | { kind: "fresh" }
  | { kind: "saving" }
  /** `missing`: 「还有 3 项未填」, amber beside the green word. */
  | { kind: "saved"; at: string; missing?: string }
  | { kind: "dirty"; kept?: string }
  | { kind: "failed"; reason?: string; onRetry?: () => void };

/** What has become of the entries, read out when it changes. */
export function SaveLine({ state }: { state: SaveState }) {
  return (
    <p className="saved" role="status">
      <SaveWords state={state} />
    </p>
  );
}

function SaveWords({ state }: { state: SaveState }) {
  switch (state.kind) {
    case "fresh":
      return null;
    case "saving":
      return <Status tone="info">正在保存…</Status>;
    case "saved":
      return (
        <>
          <Status tone="good">已保存 {state.at}</Status>
          {state.missing && <span className="warn-t">{state.missing}</span>}
        </>
      );
    case "dirty":
      return (
        <>
          <Status tone="warn" icon="pen">
            有未保存的修改
          </Status>
          <span className="soft">{state.kept ?? "已暂存在本机"}</span>
        </>
      );
    case "failed":
      return (
        <>
          <Status tone="bad">{state.reason ?? "未能保存，请检查网络；内容仍在本页"}</Status>
          {state.onRetry && (
            <Button kind="link" onClick={state.onRetry} about="保存">
              重试
            </Button>
          )}
        </>
      );
  }
}

/** The bar that stays at the bottom: ways back, the save line, the way on. The reviewer's decision bar is the same. */
export function SaveBar({ before, line, after }: { before?: ReactNode; line?: ReactNode; after?: ReactNode }) {
  return (
    <div className="savebar">
      {before}
      {line ?? <span className="saved" />}
      {after}
    </div>
  );
}
