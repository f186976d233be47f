"use client";

import { type ComponentType, useCallback, useEffect, useRef, useState } from "react";
import { Button } from "./Button";
import { Dialog } from "./Dialog";
import { onFirstInteraction } from "./first-interaction";
import { Message } from "./Message";

/*
 * 用到才载入的部件，页面本身不为它多等。
 * 正在载入、没有载入都在原处说，可以重试；页面上填的不动。load 须为 import()，载入过的不再载入。
 */
type Load<P> = () => Promise<ComponentType<P>>;

interface Late<P> {
  Loaded?: ComponentType<P>;
  failed: boolean;
  retry: () => Promise<void>;
}

/** 载入过的记着，下一次打开不必再等。 */
interface Part<P> {
  known: () => ComponentType<P> | undefined;
  load: Load<P>;
}

function remembering<P>(load: Load<P>): Part<P> {
  let known: ComponentType<P> | undefined;
  return { known: () => known, load: async () => (known = await load()) };
}

function useLate<P>({ known, load }: Part<P>): Late<P> {
  const [Loaded, setLoaded] = useState(known);
  const [failed, setFailed] = useState(false);
  const retry = useCallback(async () => {
    setFailed(false);
    try {
      const part = await load();
      setLoaded(() => part);
    } catch {
      setFailed(true);
    }
  }, [load]);
  useEffect(() => {
    if (!known()) void retry();
  }, [known, retry]);
  return { Loaded, failed, retry };
}

/** 人一动手就悄悄先取，真要用时不必等；取不到不要紧，用时再取。 */
export function usePreloaded(...loads: readonly (() => Promise<unknown>)[]): void {
  const first = useRef(loads);
  useEffect(
    () =>
      onFirstInteraction(() => {
        for (const load of first.current) load().catch(() => undefined);
      }),
    [],
  );
}

const FAILED = "没有打开，请检查网络后重试；本页填写的内容都还在。";

/** 没有载入：说明是哪一块，可以重试。 */
export function LateFailure({ title, onRetry }: { title: string; onRetry: () => void }) {
  return (
    <Message tone="bad" title={title} announce actions={<Button onClick={onRetry}>重试</Button>}>
      {FAILED}
    </Message>
  );
}

/** 点开才载入的对话框；载入之前可以不要了（onAbandon）。 */
export function lateDialog<P extends object>(title: string, load: Load<P>): ComponentType<P & { onAbandon: () => void }> {
  const part = remembering(load);
  return function LateDialog({ onAbandon, ...rest }) {
    const { Loaded, failed, retry } = useLate(part);
    if (Loaded) return <Loaded {...(rest as unknown as P)} />;
    const footer = (
      <>
        <Button onClick={onAbandon}>关闭</Button>
        {failed && <Button kind="primary" onClick={() => void retry()}>重试</Button>}
      </>
    );
    return (
      <Dialog open onClose={onAbandon} title={title} footer={footer}>
        {failed ? <Message tone="bad" announce>{FAILED}</Message> : <p role="status">正在打开…</p>}
      </Dialog>
    );
  };
}

/** 出现在页面当中的部件。 */
export function latePart<P extends object>(title: string, load: Load<P>): ComponentType<P> {
  const part = remembering(load);
  return function LatePart(props) {
    const { Loaded, failed, retry } = useLate(part);
    if (Loaded) return <Loaded {...props} />;
    if (!failed) return <p role="status">正在打开{title}…</p>;
    return <LateFailure title={title} onRetry={() => void retry()} />;
  };
}
