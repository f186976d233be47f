"use client";

import { Fragment, useEffect, useState } from "react";
import { Button } from "@/components/ui/Button";
import { Dialog } from "@/components/ui/Dialog";

const keys: readonly (readonly [keys: readonly string[], word: string])[] = [
  [["j", "k"], "上下移动"],
  [["Enter"], "打开"],
  [["c"], "领取"],
  [["x"], "选择"],
  [["/"], "搜索"],
  [["?"], "键盘用法"],
];

const inDialog = "input, textarea, select, dialog, [contenteditable]";

/** 键盘的用法，写在页头；按 ? 也看得到。 */
export function KeyHints() {
  const [open, setOpen] = useState(false);

  useEffect(() => {
    function ask(event: KeyboardEvent) {
      if (event.key !== "?" || (event.target instanceof HTMLElement && event.target.closest(inDialog))) return;
      event.preventDefault();
      setOpen(true);
    }
    document.addEventListener("keydown", ask);
    return () => document.removeEventListener("keydown", ask);
  }, []);

  return (
    <>
      <p className="soft small wide-only hints">
        {keys.map(([names, word]) => (
          <span key={word}>
            {names.map((name) => <kbd key={name}>{name}</kbd>)} {word}
          </span>
        ))}
      </p>
      <Dialog open={open} onClose={() => setOpen(false)} title="键盘用法" footer={<Button onClick={() => setOpen(false)}>知道了</Button>}>
        <dl className="key-list">
          {keys.map(([names, word]) => (
            <Fragment key={word}>
              <dt>{names.map((name) => <kbd key={name}>{name}</kbd>)}</dt>
              <dd>{word}</dd>
            </Fragment>
          ))}
        </dl>
      </Dialog>
    </>
  );
}
