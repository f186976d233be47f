"use client";

import { useState } from "react";
import { type Act, ask } from "@/components/account/reply";
import { Button } from "@/components/ui/Button";
import { FilePicker } from "@/components/ui/FilePicker";
import { Message } from "@/components/ui/Message";
import { useOpen } from "@/components/ui/opening";
import { MAX_IMPORT_BYTES, MAX_IMPORT_MEGABYTES, MAX_IMPORT_ROWS } from "@/lib/licensing/imports/limits";

/** 选取文件并检查；检查只出报告，不写入。 */
export function ImportUpload({ check }: { check: Act<{ file: File }, { id: string }> }) {
  const open = useOpen();
  const [file, setFile] = useState<File>();
  const [failure, setFailure] = useState<string>();
  const [pending, setPending] = useState(false);

  async function run() {
    if (!file) return setFailure("请先选取 .xlsx 文件");
    if (file.size > MAX_IMPORT_BYTES) return setFailure(`文件超过 ${MAX_IMPORT_MEGABYTES} MB，请分成几个文件`);
    setPending(true);
    setFailure(undefined);
    const reply = await ask(check, { file });
    if (reply.ok) return open(`/admin/imports/${reply.value.id}`);
    setPending(false);
    setFailure(reply.message);
  }

  return (
    <div className="stack">
      <p>按模板填写“企业”“许可证”两张表，一次最多各 {MAX_IMPORT_ROWS} 行。先检查，逐行说出会怎样；确认之后才写入，有一处不对就都不写。</p>
      <FilePicker id="import-file" title="企业与许可证 .xlsx" accept=".xlsx" file={file} onPick={(picked) => { setFile(picked); setFailure(undefined); }}
        before={<a className="btn" href="/api/imports/template" download>下载模板</a>} />
      {failure && <Message tone="bad" announce>{failure}</Message>}
      <div className="btns">
        <Button kind="primary" onClick={() => void run()} blocked={pending ? "正在检查" : undefined}>检查</Button>
        {pending && <span className="soft" role="status">正在检查，行数多时要几秒……</span>}
      </div>
    </div>
  );
}
