"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type MouseEvent, useId, useState } from "react";
import { Button } from "@/components/ui/Button";
import { Dialog } from "@/components/ui/Dialog";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { Link } from "@/components/ui/Link";
import { Menu } from "@/components/ui/Menu";
import { Message } from "@/components/ui/Message";
import { TextInput } from "@/components/ui/TextInput";
import { usePending } from "@/components/ui/use-pending";
import type { SavedQueueView } from "@/lib/licensing/queue-views";
import type { QueueActions } from "./queue-actions";
import { attempt, type Reply } from "./types";

type Actions = Pick<QueueActions, "saveView" | "renameView" | "removeView">;
type Query = Parameters<QueueActions["saveView"]>[0]["query"];

/** 保存的筛选：各是一个链接；存下现在的，改名，删去。 */
export function SavedViews({ views, query, actions }: { views: readonly SavedQueueView[]; query: Query; actions: Actions }) {
  const [naming, setNaming] = useState<"new" | SavedQueueView>();
  const [sorting, setSorting] = useState(false);

  /** 对话框一开，菜单就收起：焦点先回到菜单的名字上，关上时才回得来。 */
  function open(show: () => void) {
    return ({ currentTarget }: MouseEvent<HTMLButtonElement>) => {
      currentTarget.closest("details")?.querySelector("summary")?.focus();
      show();
    };
  }

  return (
    <>
      <Menu label="保存的筛选">
        {views.map(({ id, name, href }) => <Link key={id} href={href}>{name}</Link>)}
        <button type="button" onClick={open(() => setNaming("new"))}>保存现在的筛选</button>
        {views.length > 0 && <button type="button" onClick={open(() => setSorting(true))}>整理</button>}
      </Menu>
      {naming === "new" && <NameDialog title="保存现在的筛选" name="" act={(name) => actions.saveView({ name, query })} onClose={() => setNaming(undefined)} />}
      {naming && naming !== "new" && <NameDialog title="改名" name={naming.name} act={(name) => actions.renameView({ id: naming.id, name })} onClose={() => setNaming(undefined)} />}
      {sorting && !naming && <SortDialog views={views} remove={actions.removeView} onRename={setNaming} onClose={() => setSorting(false)} />}
    </>
  );
}

function NameDialog({ title, name, act, onClose }: { title: string; name: string; act: (name: string) => Promise<Reply<unknown>>; onClose: () => void }) {
  const router = useRouter();
  const form = useId();
  const [fault, setFault] = useState<string>();
  const [pending, during] = usePending();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const wanted = String(new FormData(event.currentTarget).get("name") ?? "");
    const reply = await during(attempt(act(wanted)));
    if (!reply.ok) return setFault(reply.fields.name ?? reply.message);
    onClose();
    router.refresh();
  }

  const footer = (
    <>
      <Button onClick={onClose}>取消</Button>
      <Button type="submit" form={form} kind="primary" blocked={pending ? "正在保存" : undefined}>保存</Button>
    </>
  );
  return (
    <Dialog open pending={pending} onClose={onClose} title={title} footer={footer}>
      <form id={form} onSubmit={(event) => void submit(event)} noValidate>
        <div className="fields">
          <FieldFrame id="view-name" label="名称" required full error={fault}>{(control) => <TextInput {...control} name="name" defaultValue={name} />}</FieldFrame>
        </div>
      </form>
    </Dialog>
  );
}

type SortProps = { views: readonly SavedQueueView[]; remove: Actions["removeView"]; onRename: (view: SavedQueueView) => void; onClose: () => void };

function SortDialog({ views, remove, onRename, onClose }: SortProps) {
  const router = useRouter();
  const [failure, setFailure] = useState<string>();
  const [pending, during] = usePending();
  const [gone, setGone] = useState<readonly string[]>([]);
  const left = views.filter(({ id }) => !gone.includes(id));

  async function removeOne(id: string) {
    const reply = await during(attempt(remove({ id })));
    if (reply.ok) setGone((ids) => [...ids, id]);
    setFailure(reply.ok ? undefined : reply.message);
    router.refresh();
  }

  return (
    <Dialog open pending={pending} onClose={onClose} title="保存的筛选" footer={<Button onClick={onClose}>关闭</Button>}>
      {failure && <Message tone="bad" announce>{failure}</Message>}
      {left.length === 0 && <p className="soft">没有保存的筛选。</p>}
      <ul className="saved-views">
        {left.map((view) => (
          <li key={view.id}>
            <span>{view.name}</span>
            <span className="btns">
              <Button kind="link" about={view.name} onClick={() => onRename(view)}>改名</Button>
              <Button kind="link" about={view.name} onClick={() => void removeOne(view.id)}>删去</Button>
            </span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
