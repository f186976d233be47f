const focusable = "input:not([type=hidden]):not(.pick), select, textarea, button, a[href], [tabindex]";

const PAUSE = 50;

/**
 * Opens what folds an element away, brings it into view and gives it, or the first control in it, the focus.
 * An editor whose code is still on its way is waited for, three seconds at most.
 */
export function revealTarget(id: string, patience = 60): void {
  const target = document.getElementById(id);
  if (!target) {
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
