const focusable = "input:not([type=hidden]):not(.pick), select, textarea, button, a[href], [tabindex]";

const PAUSE = 50;

/** Parts that keep some of their content off the page show it when it is asked for. */
const listeners = new Set<(id: string) => void>();

/** Calls back with every id that is to be revealed; the answer ends it. */
export function onReveal(listener: (id: string) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/**
 * Opens what folds an element away, brings it into view and gives it, or the first control in it, the focus.
 * An editor whose code is still on its way is waited for, three seconds at most.
 */
export function revealTarget(id: string, patience = 60): void {
  const target = document.getElementById(id);
  if (!target) {
    for (const listener of listeners) listener(id);
    if (patience > 0) setTimeout(() => revealTarget(id, patience - 1), PAUSE);
    return;
  }
  for (let fold = target.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
  const control = target.matches("input, select, textarea, button, a[href]")
    ? target
    : (target.querySelector<HTMLElement>(focusable) ?? target);
  control.focus({ preventScroll: true });
  control.scrollIntoView?.({ block: "center" });
}
