"use client";

import { useEffect, useRef, type ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon } from "./Icon";

/** A word that opens a small box of links and buttons. Works without script; Escape and a press outside close it. */
export function Menu({ label, align, children }: { label: ReactNode; align?: "start"; children: ReactNode }) {
  const box = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    function close(event: Event) {
      const node = box.current;
      if (!node?.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== "Escape") return;
        node.open = false;
        node.querySelector("summary")?.focus();
      } else if (!node.contains(event.target as Node)) {
        node.open = false;
      }
    }
    document.addEventListener("keydown", close);
    document.addEventListener("pointerdown", close);
    document.addEventListener("focusin", close);
    return () => {
      document.removeEventListener("keydown", close);
      document.removeEventListener("pointerdown", close);
      document.removeEventListener("focusin", close);
    };
  }, []);

  return (
    <details className={classNames("menu", align)} ref={box}>
      <summary>
        {label}
        <Icon name="down" />
      </summary>
      <div className="box">{children}</div>
    </details>
  );
}
