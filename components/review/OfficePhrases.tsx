"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/Button";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { Message } from "@/components/ui/Message";
import { Panel } from "@/components/ui/Panel";
import { type Column, Table } from "@/components/ui/Table";
import { TextInput } from "@/components/ui/TextInput";
import { usePending } from "@/components/ui/use-pending";
import type { PhraseView } from "@/lib/licensing/case-views";
import type { PhraseScope } from "@/lib/terms/remarks";
import { attempt, type Reply } from "./types";

export interface OfficePhrasesProps {
  phrases: readonly PhraseView[];
  save: (command: { scope: PhraseScope; text: string }) => Promise<Reply<unknown>>;
  remove: (command: { phraseId: string }) => Promise<Reply<unknown>>;
}

/** 本机构的常用语：添一条、删一条；受理岗写意见时点一下填入。 */
export function OfficePhrases({ phrases, save, remove }: OfficePhrasesProps) {
  const router = useRouter();
  const [text, write] = useState("");
  const [error, setError] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const [dropping, setDropping] = useState<PhraseView>();
  const [adding, setAdding] = useState(false);
  const [pending, during] = usePending();

  async function add(event: FormEvent) {
    event.preventDefault();
    if (adding) return;
    if (text.trim() === "") return setError("请写明常用语");
    setAdding(true);
    const reply = await attempt(save({ scope: "office", text: text.trim() }));
    setAdding(false);
    setError(reply.ok ? undefined : (reply.fields.text ?? reply.message));
    if (!reply.ok) return;
    write("");
    router.refresh();
  }

  async function drop(phraseId: string) {
    const reply = await during(attempt(remove({ phraseId })));
    setDropping(undefined);
    setFailure(reply.ok ? undefined : reply.message);
    router.refresh();
  }

  const columns: Column<PhraseView>[] = [
    { key: "text", head: "常用语", rowHead: true, cell: (phrase) => phrase.text },
    { key: "act", head: "操作", act: true, cell: (phrase) => <Button kind="link" about={phrase.text} onClick={() => setDropping(phrase)}>删去</Button> },
  ];
  return (
    <Panel id="office-phrases" title="本机构的常用语" flush>
      <form className="pb" onSubmit={add} noValidate>
        <div className="fields">
          <FieldFrame id="phrase" label="新的一条" full help="写成一句完整的话，如“社会保险缴纳证明不足三个月，请补充”" error={error}>
            {(control) => <TextInput {...control} readOnly={adding} value={text} onChange={(event) => write(event.target.value)} />}
          </FieldFrame>
        </div>
        <div className="btns mt"><Button type="submit" kind="primary" slim blocked={adding ? "正在添加" : undefined}>添加</Button></div>
      </form>
      {failure && <Message tone="bad" announce>{failure}</Message>}
      <Table caption="本机构的常用语" columns={columns} rows={phrases} rowKey={({ id }) => id} empty="还没有本机构的常用语。" />
      <ConfirmDialog open={dropping !== undefined} onClose={() => setDropping(undefined)} title="删去这条常用语？" confirmLabel="删去" dangerous pending={pending} onConfirm={() => void (dropping && drop(dropping.id))}>
        “{dropping?.text}”删去后，本机构的人写意见时都选不到它；已经写进意见的不变。
      </ConfirmDialog>
    </Panel>
  );
}
