"use client";

import { useState } from "react";
import { heedSessionEnd } from "@/components/account/session-end";
import { Button } from "@/components/ui/Button";
import { Dialog } from "@/components/ui/Dialog";
import { Message } from "@/components/ui/Message";
import { Table } from "@/components/ui/Table";
import { faultOfSheetFile } from "@/lib/licensing/attachments/sheet-file";
import type { ImportReply, Outcome } from "../types";

/** 导入表格：好的行导入，坏的行逐格列出行号、列、原因与原内容；重复导入是更新。 */
export function ImportDialog({
  rowLabel,
  templateHref,
  importFile,
  onClose,
}: {
  rowLabel: string;
  templateHref: string;
  importFile: (file: File) => Promise<Outcome<ImportReply>>;
  onClose: () => void;
}) {
  const [file, setFile] = useState<File>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [reply, setReply] = useState<ImportReply>();

  async function run() {
    const fault = file ? faultOfSheetFile(file) : "请先选取填好的表格文件";
    if (!file || fault) return setFailure(fault);
    setBusy(true);
    const outcome = await importFile(file).then(heedSessionEnd).catch(() => undefined);
    setBusy(false);
    if (outcome?.ok) return setReply(outcome.value);
    setFailure(outcome?.message ?? "没有送到，请检查网络后再试");
  }

  const footer = (
    <>
      <Button onClick={onClose}>{reply ? "关闭" : "取消"}</Button>
      {!reply && (
        <Button kind="primary" onClick={() => void run()} blocked={busy ? "正在导入" : undefined}>
          {busy ? "正在导入…" : "导入"}
        </Button>
      )}
    </>
  );
  return (
    <Dialog open onClose={onClose} title={`导入表格：${rowLabel}`} footer={footer} large>
      {reply ? (
        <ImportResult reply={reply} rowLabel={rowLabel} />
      ) : (
        <div className="stack">
          <p>
            请用<a href={templateHref} download>下载的模板</a>填写（.xlsx）。以身份证号码认人：已有的更新，没有的添加。
          </p>
          <div className="btns">
            <label className="btn" htmlFor="import-file">
              选取文件
            </label>
            <input className="sr" id="import-file" type="file" accept=".xlsx" aria-label="选取文件：填好的表格"
              onChange={(event) => {
                setFile(event.target.files?.[0]);
                setFailure(undefined);
              }} />
            <span>{file ? file.name : <span className="soft">尚未选取</span>}</span>
          </div>
          {failure && <Message tone="bad" announce>{failure}</Message>}
        </div>
      )}
    </Dialog>
  );
}

function ImportResult({ reply, rowLabel }: { reply: ImportReply; rowLabel: string }) {
  const done = `新增 ${reply.imported} 行，更新 ${reply.updated} 行`;
  if (reply.faults.length === 0 && reply.imported + reply.updated === 0) return <Message tone="warn" announce title="表格里没有填写的行，没有导入。">请从模板示例行的下一行开始填写，保存后再导入。</Message>;
  if (reply.faults.length === 0) return <Message tone="good" announce title={`${done}${rowLabel}，没有错误。`} />;
  const headersDiffer = reply.faults.every((fault) => fault.line === 1);
  return (
    <div className="stack">
      {headersDiffer ? (
        <Message tone="bad" announce title="这份表格与模板对不上，没有导入。">表头缺少下列各列，请用下载的模板填写后再导入。</Message>
      ) : (
        <Message tone="warn" announce title={`${done}，${reply.refused} 行有错误没有导入。`}>
          请在表格里改好下列各处，再导入一次；已导入的不会重复。
        </Message>
      )}
      <Table caption="没有导入的行" rows={reply.faults} rowKey={(fault, index) => `${fault.line}-${fault.column}-${index}`}
        columns={[
          { key: "line", head: "行号", num: true, rowHead: true, cell: (fault) => `第 ${fault.line} 行` },
          { key: "column", head: "列", phoneLabel: "列", cell: (fault) => fault.column },
          { key: "reason", head: "原因", phoneLabel: "原因", cell: (fault) => fault.reason },
          { key: "value", head: "原内容", phoneLabel: "原内容", cell: (fault) => fault.value || "（空）" },
        ]} />
    </div>
  );
}
