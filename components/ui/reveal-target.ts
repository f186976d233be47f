const focusable = "input:not([type=hidden]):not(.pick), select, textarea, button, a[href], [tabindex]";

/** Opens what folds an element away, brings it into view and gives it, or the first control in it, the focus. */
export function revealTarget(id: string): void {
  const target = document.getElementById(id);
  if (!target) return;
  for (let fold = target.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
  const control = target.matches("input, select, textarea, button, a[href]")
    ? target
    : (target.querySelector<HTMLElement>(focusable) ?? target);
  control.focus({ preventScroll: true });
  control.scrollIntoView?.({ block: "center" });
}
