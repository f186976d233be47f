"use client";

import { useState } from "react";
import { type Act, ask } from "@/components/account/reply";
import { Button } from "@/components/ui/Button";
import { CellFaults } from "@/components/ui/CellFaults";
import { Dialog } from "@/components/ui/Dialog";
import { FilePicker } from "@/components/ui/FilePicker";
import { Message } from "@/components/ui/Message";
import { usePending } from "@/components/ui/use-pending";
import type { CreditImport } from "@/lib/licensing/procedures/credit-views";

const columns = "统一社会信用代码、信用等级、自贸区试点、承诺制区域、容缺失信日期";

/** 导入 CSV：先检查再写入；有一处不对就都不写，逐行说明。 */
export function CreditImportDialog({ importFile, onClose, onDone }: {
  importFile: Act<{ file: File; apply: boolean }, CreditImport>;
  onClose: () => void;
  onDone: (text: string) => void;
}) {
  const [file, setFile] = useState<File>();
  const [checked, setChecked] = useState<CreditImport>();
  const [failure, setFailure] = useState<string>();
  const [pending, during] = usePending();
  const ready = checked !== undefined && checked.faults.length === 0 && checked.added + checked.changed > 0;

  async function run(apply: boolean) {
    if (!file) return setFailure("请先选取 CSV 文件");
    setFailure(undefined);
    const reply = await during(ask(importFile, { file, apply }));
    if (!reply.ok) return setFailure(reply.message);
    if (reply.value.applied) return onDone(`已导入：新增 ${reply.value.added} 家，改写 ${reply.value.changed} 家`);
    setChecked(reply.value);
  }

  const footer = (
    <>
      <Button onClick={onClose}>取消</Button>
      {ready ? (
        <Button kind="primary" onClick={() => void run(true)} blocked={pending ? "正在导入" : undefined}>导入</Button>
      ) : (
        <Button kind="primary" onClick={() => void run(false)} blocked={pending ? "正在检查" : undefined}>检查</Button>
      )}
    </>
  );
  return (
    <Dialog open onClose={onClose} title="导入信用登记" footer={footer} large pending={pending}>
      <div className="stack">
        <p>第一行为表头：{columns}；前两列必有，是或否的列留空即否。先检查，没有错才写入。</p>
        <FilePicker id="credit-import-file" title="信用登记 CSV" accept=".csv,text/csv" file={file} onPick={(picked) => { setFile(picked); setChecked(undefined); setFailure(undefined); }} />
        {failure && <Message tone="bad" announce>{failure}</Message>}
        {checked && <Checked checked={checked} />}
      </div>
    </Dialog>
  );
}

function Checked({ checked: { added, changed, faults } }: { checked: CreditImport }) {
  const found = `新增 ${added} 家，改写 ${changed} 家`;
  if (faults.length === 0) return added + changed > 0 ? <Message tone="good" announce title="检查通过。">{found}；点【导入】写入。</Message> : <Message tone="warn" announce>文件里没有登记。</Message>;
  return (
    <>
      <Message tone="bad" announce title={`有 ${faults.length} 处不对，没有导入。`}>请改好下列各处再检查一次。</Message>
      <CellFaults caption="不对的地方" faults={faults} />
    </>
  );
}
