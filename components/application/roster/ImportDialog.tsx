"use client";

import { useState } from "react";
import { heedSessionEnd } from "@/components/account/session-end";
import { Button } from "@/components/ui/Button";
import { CellFaults } from "@/components/ui/CellFaults";
import { Dialog } from "@/components/ui/Dialog";
import { FilePicker } from "@/components/ui/FilePicker";
import { Message } from "@/components/ui/Message";
import { faultOfSheetFile } from "@/lib/licensing/attachments/sheet-file";
import type { ImportReply, Outcome } from "../types";
import { notSent } from "../not-sent";

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
    setFailure(outcome?.message ?? notSent);
  }

  const footer = (
    <>
      <Button onClick={onClose} blocked={busy ? "正在导入" : undefined}>{reply ? "关闭" : "取消"}</Button>
      {!reply && (
        <Button kind="primary" onClick={() => void run()} blocked={busy ? "正在导入" : undefined}>
          {busy ? "正在导入…" : "导入"}
        </Button>
      )}
    </>
  );
  return (
    <Dialog open onClose={onClose} title={`导入表格：${rowLabel}`} footer={footer} large pending={busy}>
      {reply ? (
        <ImportResult reply={reply} rowLabel={rowLabel} />
      ) : (
        <div className="stack">
          <p>
            请用<a href={templateHref} download>下载的模板</a>填写（.xlsx）。以身份证号码认人：已有的更新，没有的添加。
          </p>
          <FilePicker id="import-file" title="填好的表格" accept=".xlsx" file={file} onPick={(picked) => { setFile(picked); setFailure(undefined); }} />
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
      <CellFaults caption="没有导入的行" faults={reply.faults} />
    </div>
  );
}
