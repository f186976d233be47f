"use client";

import { useEffect, useId, useRef, useState, type ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon } from "./Icon";

/**
 * A name that shows its box under the pointer, under the keyboard's focus, and at a press.
 * CSS alone opens it, so it works before script; Escape puts it away without moving the pointer.
 */
export function HoverMenu({ label, about, children }: { label: ReactNode; about?: string; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const [away, setAway] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const boxId = useId();

  useEffect(() => {
    if (!open) return;
    function putAway(event: KeyboardEvent) {
      if (event.key !== "Escape") return;
      if (opener.current?.parentElement?.contains(document.activeElement)) opener.current.focus();
      setOpen(false);
      setAway(true);
    }
    document.addEventListener("keydown", putAway);
    return () => document.removeEventListener("keydown", putAway);
  }, [open]);

  function show() {
    setAway(false);
    setOpen(true);
  }

  function leave(box: HTMLElement, focused: EventTarget | null) {
    if (focused instanceof Node && box.contains(focused)) return;
    setAway(false);
    setOpen(false);
  }

  return (
    <div
      className={classNames("menu hover", open && "open", away && "away")}
      onMouseEnter={show}
      onMouseLeave={(event) => leave(event.currentTarget, document.activeElement)}
      onFocus={() => !away && setOpen(true)}
      onBlur={(event) => leave(event.currentTarget, event.relatedTarget)}
    >
      <button type="button" ref={opener} className="opener" aria-expanded={open} aria-controls={boxId} onClick={show}>
        {label}
        {about && <span className="sr">{about}</span>}
        <Icon name="down" />
      </button>
      <div className="box" id={boxId}>
        {children}
      </div>
    </div>
  );
}
