"use client";

import { useEffect, useRef } from "react";
import { Button } from "./Button";
import { Message } from "./Message";

/** 别人先改过、这次没有存（答复的 fields.version）：移到眼前；填写的还在，要看最新的由填写的人按下。 */
export function ChangedMeanwhile({ text, onLoad }: { text: string; onLoad: () => void }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
    box.current?.scrollIntoView?.({ block: "nearest" });
  }, []);
  return (
    <div ref={box} tabIndex={-1}>
      <Message tone="warn" title="别人刚改过。" announce actions={<Button onClick={onLoad}>放弃这次填写，看最新的</Button>}>
        {text}；您填写的还在本页。
      </Message>
    </div>
  );
}
