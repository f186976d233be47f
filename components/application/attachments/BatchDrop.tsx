"use client";

import { type DragEvent, useState } from "react";
import { Button } from "@/components/ui/Button";
import { classNames } from "@/components/ui/class-names";
import { Status } from "@/components/ui/Status";
import type { Row } from "@/lib/forms/answers";
import type { Table } from "@/lib/forms/definition";
import { acceptedInWords, acceptOf } from "@/lib/licensing/attachments/accepted-files";
import type { LicensingContext } from "@/lib/licensing/context";
import { lateDialog } from "@/components/ui/late";
import type { Unmatched } from "./AssignFiles";
import type { Uploads } from "./use-uploads";
import { newId } from "@/components/ui/new-id";

const AssignFiles = lateDialog("指定人员和材料", () => import("./AssignFiles").then((module) => module.AssignFiles));

/** 批量放入扫描件：按文件名里的姓名、号码、材料归到人，归不了的由人指定，从不猜。 */
export function BatchDrop({ section, table, rows, uploads }: { section: string; table: Table<LicensingContext>; rows: readonly Row[]; uploads: Uploads }) {
  const [over, setOver] = useState(false);
  const [total, setTotal] = useState(0);
  const [unmatched, setUnmatched] = useState<readonly Unmatched[]>([]);
  const [assigning, setAssigning] = useState(false);
  const [lost, setLost] = useState(false);
  const inputId = `batch-${table.key}`;

  async function take(files: readonly File[]) {
    // 放进文件才要的归人规则
    const matching = await import("@/lib/licensing/attachments/batch-match").catch(() => undefined);
    setLost(!matching);
    if (!matching) return;
    const { batchTableOf, matchFiles } = matching;
    const sorted = matchFiles(files, batchTableOf(table), rows);
    for (const { file, match } of sorted) if (match.matched) uploads.choose({ section, slot: match.slot, row: match.rowId }, [file], { start: true });
    const left = sorted.flatMap(({ file, match }) => (match.matched ? [] : [{ id: newId(), file, reason: match.reason }]));
    setTotal((before) => before + files.length);
    setUnmatched((before) => [...before, ...left]);
  }

  const settle = (one: Unmatched) => setUnmatched((before) => before.filter((other) => other.id !== one.id));

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    void take([...event.dataTransfer.files]);
  }

  return (
    <>
    <div className={classNames("drop", over && "bg-brand-tint")} onDrop={drop} onDragLeave={() => setOver(false)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}>
      <p>
        <b>批量放入扫描件</b> <span className="soft">把文件拖到这里，或选取文件；按文件名“{namingRule(table)}”自动对应</span>
      </p>
      <div>
        <label className="btn slim" htmlFor={inputId}>
          选取文件
        </label>
        <input className="sr" id={inputId} type="file" multiple accept={acceptOf()} aria-label="批量选取扫描件"
          onChange={(event) => {
            void take([...(event.target.files ?? [])]);
            event.target.value = "";
          }} />
      </div>
      {lost && <Status tone="bad"><span role="alert">文件没有放进来，请检查网络后再选取一次</span></Status>}
      {total > 0 ? (
        <BatchResult uploads={uploads} total={total} unmatched={unmatched} onAssign={() => setAssigning(true)} />
      ) : (
        <div className="soft small">{acceptedInWords()}；归不了的由您指定，不会猜</div>
      )}
    </div>
      {assigning && (
        <AssignFiles table={table} rows={rows} unmatched={unmatched} onAbandon={() => setAssigning(false)} onClose={() => setAssigning(false)} onDrop={settle}
          onAssign={(one, place) => {
            uploads.choose({ section, ...place }, [one.file], { start: true });
            settle(one);
          }} />
      )}
    </>
  );
}

const namingRule = (table: Table<LicensingContext>): string => (table.unique ? "姓名_身份证后四位_材料" : "名称_材料");

function BatchResult({ uploads, total, unmatched, onAssign }: { uploads: Uploads; total: number; unmatched: readonly Unmatched[]; onAssign: () => void }) {
  const inRows = uploads.pending.filter((one) => one.place.row !== undefined);
  const failed = inRows.filter((one) => one.state === "failed");
  const busy = inRows.length - failed.length;
  return (
    <div role="status">
      <Status tone="good">
        本次 {total} 个文件已对应 {total - unmatched.length} 个
      </Status>
      {busy > 0 && <Status tone="info">正在上传 {busy} 个</Status>}
      {failed.map((one) => (
        <span key={one.id}>
          <Status tone="bad">
            {one.file.name}：{one.reason}
          </Status>{" "}
          {!one.unfit && (
            <Button kind="link" about={one.file.name} onClick={() => uploads.retry(one.id)}>
              重试
            </Button>
          )}{" "}
          <Button kind="link" about={one.file.name} onClick={() => uploads.drop(one.id)}>
            移除
          </Button>
        </span>
      ))}
      {unmatched.length > 0 && (
        <>
          <Status tone="warn">
            {unmatched.length} 个未能对应：{unmatched.slice(0, 3).map((one) => one.file.name).join("、")}
            {unmatched.length > 3 && " 等"}
          </Status>
          <Button kind="link" onClick={onAssign}>
            指定人员和材料
          </Button>
        </>
      )}
    </div>
  );
}
