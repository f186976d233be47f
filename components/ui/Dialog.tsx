"use client";

import { useEffect, useId, useRef, type ReactNode, type SyntheticEvent } from "react";
import { classNames } from "./class-names";
import { Icon } from "./Icon";

export type DialogProps = {
  open: boolean;
  /** Called by Escape, by 关闭, and by whatever the footer wires to it. */
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  footer?: ReactNode;
  large?: boolean;
  /** What was pressed is under way: nothing in it can be typed, pressed or closed until the answer is there. */
  pending?: boolean;
};

/** The native dialog: the page behind is inert, Escape closes, focus goes in and comes back. */
export function Dialog({ open, onClose, title, children, footer, large, pending = false }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const node = dialog.current;
    if (!open || !node) return;
    const opener = document.activeElement;
    node.showModal();
    firstField(node)?.focus();
    return () => {
      node.close();
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, [open]);

  const waited = useRef(false);
  useEffect(() => {
    const [node, before] = [dialog.current, waited.current];
    waited.current = pending;
    if (!open || !node || pending || !before) return;
    // Refused: to what is wrong, else back in when the wait had put the focus out.
    const wrong = node.querySelector<HTMLElement>('.db [aria-invalid="true"]');
    if (wrong) wrong.focus();
    else if (!node.contains(document.activeElement)) firstField(node)?.focus();
  }, [open, pending]);

  function cancel(event: SyntheticEvent<HTMLDialogElement>) {
    // A file input inside also fires "cancel"; only the dialog's own closes it.
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    if (!pending) onClose();
  }

  // Browsers let Escape pressed again and again close it whatever the page says.
  function reopen({ currentTarget: node, target }: SyntheticEvent<HTMLDialogElement>) {
    if (target === node && pending && !node.open) node.showModal();
  }

  // Closing would only look like giving up: it is being done.
  function hold(event: SyntheticEvent) {
    if (!pending) return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <dialog ref={dialog} className={classNames("dlg", large && "big-dlg")} aria-labelledby={titleId} onCancel={cancel} onClose={reopen} onClickCapture={hold} onSubmitCapture={hold} aria-busy={pending || undefined}>
      {open && (
        <>
          <div className="dh">
            <h2 id={titleId} tabIndex={-1}>
              {title}
            </h2>
            <button className="ibtn" type="button" aria-label="关闭" onClick={onClose}>
              <Icon name="close" />
            </button>
          </div>
          <div className="db" inert={pending}>{children}</div>
          {footer && <div className="df">{footer}</div>}
        </>
      )}
    </dialog>
  );
}

/** The field that is wrong, else the first one, else the heading. */
function firstField(dialog: HTMLElement): HTMLElement | null {
  const field = ":is(input, select, textarea):not([type=hidden], [readonly], [disabled], .pick)";
  return (
    dialog.querySelector<HTMLElement>(`[aria-invalid="true"]${field}`) ??
    dialog.querySelector<HTMLElement>(`.db ${field}`) ??
    dialog.querySelector<HTMLElement>("h2")
  );
}
