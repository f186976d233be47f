"use client";

import { Fragment, useEffect, useState } from "react";
import { Button } from "@/components/ui/Button";
import { Checkbox } from "@/components/ui/Choices";
import { Dialog } from "@/components/ui/Dialog";
import { singleKeysOn, switchSingleKeys, useSingleKeys } from "@/components/ui/single-keys";

const title = "键盘用法";

const keys: readonly (readonly [keys: readonly string[], word: string])[] = [
  [["j", "k"], "上下移动"],
  [["Enter"], "打开"],
  [["c"], "领取"],
  [["x"], "选择"],
  [["/"], "搜索"],
  [["?"], title],
];

const inDialog = "input, textarea, select, dialog, [contenteditable]";

/** 键盘的用法，写在页头；按 ? 也看得到，在那里可以关掉单键快捷键。 */
export function KeyHints() {
  const [open, setOpen] = useState(false);
  const on = useSingleKeys();

  useEffect(() => {
    function ask(event: KeyboardEvent) {
      if (event.key !== "?" || !singleKeysOn() || (event.target instanceof HTMLElement && event.target.closest(inDialog))) return;
      event.preventDefault();
      setOpen(true);
    }
    document.addEventListener("keydown", ask);
    return () => document.removeEventListener("keydown", ask);
  }, []);

  return (
    <div className="hints">
      {on && (
        <p className="soft small wide-only hints">
          {keys.filter(([, word]) => word !== title).map(([names, word]) => (
            <span key={word}>
              {names.map((name) => <kbd key={name}>{name}</kbd>)} {word}
            </span>
          ))}
        </p>
      )}
      <Button kind="link" onClick={() => setOpen(true)}>{title}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={title} footer={<Button onClick={() => setOpen(false)}>知道了</Button>}>
        <Checkbox label="使用单键快捷键（只记在这台电脑上）" checked={on} onChange={(event) => switchSingleKeys(event.target.checked)} />
        <dl className="key-list mt">
          {keys.map(([names, word]) => (
            <Fragment key={word}>
              <dt>{names.map((name) => <kbd key={name}>{name}</kbd>)}</dt>
              <dd>{word}</dd>
            </Fragment>
          ))}
        </dl>
      </Dialog>
    </div>
  );
}
