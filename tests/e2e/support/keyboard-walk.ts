/** What the page itself notes while the keyboard walks through it. */
export interface Walk {
  /** How many presses the controls on show need, and a few more. */
  presses: number;
  /** The keyboard has left the page, or it goes round in it. */
  ended: boolean;
  faults: string[];
  /** The stop a person meets first. */
  first: () => HTMLElement | undefined;
  /** What was never reached, once the walk is over. */
  missed: () => string[];
}

/**
 * Runs in the page: puts the keyboard before its first stop and takes down each stop just before the next Tab moves on,
 * when the page has scrolled to it. A stop must be on show and on top, named, look different while it has the focus, and follow the stop before it.
 */
export function beginWalk(): void {
  const stops: HTMLElement[] = [];
  const faults: string[] = [];
  const ways = "a[href], button, input:not([type=hidden]), select, textarea, summary, iframe, audio[controls], video[controls], [contenteditable=true], [tabindex], [role=button], [role=link], [role=checkbox], [role=switch]";
  let before: { node: HTMLElement; look: string } | undefined;

  const box = (node: Element): DOMRect => [...node.getClientRects()].find(({ width, height }) => width > 1 && height > 1) ?? node.getBoundingClientRect();
  const labels = (node: Element): Element[] => [...((node as HTMLInputElement).labels ?? [])];
  const isDrawn = (node: Element): boolean => box(node).width > 1 && box(node).height > 1 && node.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  /** What stands on the screen for a control: itself, or the label of one that is drawn by its label. */
  const face = (node: Element): Element => [node, ...labels(node)].find(isDrawn) ?? node;
  const nameOf = (node: Element): string => {
    const referred = (node.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => (id ? (document.getElementById(id)?.textContent ?? "") : ""));
    const words = [node.getAttribute("aria-label"), ...referred, ...labels(node).map((label) => label.textContent), node.textContent, node.getAttribute("title"), node.querySelector("[alt]")?.getAttribute("alt")];
    return words.map((word) => word?.replaceAll(/\s+/g, " ").trim()).find((word) => word) ?? "";
  };
  const told = (node: Element): string => `${node.tagName.toLowerCase()}「${nameOf(node).slice(0, 24) || node.outerHTML.slice(0, 80)}」`;
  const lookOf = (node: Element): string =>
    [...new Set([node, face(node)])].map((one) => {
      const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, borderWidth } = getComputedStyle(one);
      return [outlineStyle === "none" ? "" : `${outlineWidth} ${outlineColor}`, boxShadow, borderColor, borderWidth].join("|");
    }).join("\n");

  const isOnTop = (node: Element): boolean => {
    const { left, right, top, bottom } = box(face(node));
    const mine = [node, face(node), ...labels(node)];
    const middle = { x: (Math.max(left, 0) + Math.min(right, innerWidth)) / 2, y: (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2 };
    const edges = { x: Math.min(left + 3, right), y: Math.min(top + 3, bottom), end: Math.max(right - 3, left), foot: Math.max(bottom - 3, top) };
    const tall = bottom - top > innerHeight;
    const points = tall ? [middle] : [middle, { x: middle.x, y: edges.y }, { x: middle.x, y: edges.foot }, { x: edges.x, y: middle.y }, { x: edges.end, y: middle.y }];
    const shown = points.filter(({ x, y }) => mine.some((one) => one.contains(document.elementFromPoint(x, y))));
    // A field may hold a small button of its own at one end
    return shown.length >= Math.max(1, points.length - 1);
  };

  const judge = (node: HTMLElement): void => {
    const { left, top, right, bottom } = box(face(node));
    const last = stops.at(-1);
    if (!isDrawn(face(node))) faults.push(`2.4.7 焦点停在看不见的 ${told(node)}`);
    else if (right <= 0 || left >= innerWidth || bottom <= 0 || top >= innerHeight) faults.push(`2.4.11 得到焦点而在视口之外 ${told(node)}`);
    else if (!isOnTop(node)) faults.push(`2.4.11 得到焦点而被遮住 ${told(node)}`);
    if (nameOf(node) === "") faults.push(`4.1.2 没有名称 ${told(node)}`);
    if (node.tabIndex > 0) faults.push(`2.4.3 tabindex=${node.tabIndex} ${told(node)}`);
    if (last && !(last.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING)) faults.push(`2.4.3 ${told(node)} 在 ${told(last)} 之后得到焦点`);
  };

  const leave = (): void => {
    if (before && lookOf(before.node) === before.look) faults.push(`2.4.7 得到焦点而看不出来 ${told(before.node)}`);
    before = undefined;
  };
  /** A native field of a date or a time has a stop for each of its parts. */
  const hasParts = (node: Element): boolean => node.matches("input[type=date], input[type=month], input[type=time], input[type=datetime-local], audio, video, iframe");

  const note = (): void => {
    const node = document.activeElement;
    if (walk.ended || (before && node === before.node && hasParts(node))) return;
    const trapped = before?.node === node;
    leave();
    if (!(node instanceof HTMLElement) || node === document.body) {
      walk.ended = stops.length > 0;
    } else if (stops.includes(node)) {
      walk.ended = true;
      if (trapped || node !== stops[0]) faults.push(`2.1.2 焦点出不来 ${told(node)}`);
    } else {
      judge(node);
      stops.push(node);
      before = { node, look: lookOf(node) };
    }
  };

  /** One radio of a group is a stop, and so is one day of a calendar or one of what else the arrow keys move in. */
  const isOneOfGroup = (node: HTMLElement): boolean => {
    if (node instanceof HTMLInputElement && node.type === "radio") return stops.some((stop) => stop instanceof HTMLInputElement && stop.type === "radio" && stop.name === node.name && stop.form === node.form);
    const group = node.closest("[role=group], [role=grid], [role=toolbar], [role=tablist], [role=radiogroup]");
    return group !== null && node.getAttribute("tabindex") === "-1" && stops.some((stop) => stop.getAttribute("tabindex") === "0" && stop.className === node.className && group.contains(stop));
  };
  const isOffered = (node: HTMLElement): boolean =>
    isDrawn(face(node)) && !node.matches(":disabled, [aria-hidden=true] *, [aria-hidden=true], [inert] *, body");
  /** A heading or a panel takes the focus from a command only; it is not for the keyboard to stop at. */
  const isForKeyboard = (node: HTMLElement): boolean => node.tabIndex >= 0 || node.matches("a[href], button, input, select, textarea, summary, [role=button], [role=link], [role=checkbox], [role=switch]");
  const offered = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(ways)].filter((node) => isForKeyboard(node) && isOffered(node));

  const walk: Walk = {
    presses: offered().length + 3,
    ended: false,
    faults,
    first: () => stops[0],
    missed: () => offered().filter((node) => !stops.includes(node) && !isOneOfGroup(node)).map((node) => (node.tabIndex > 0 ? `2.4.3 tabindex=${node.tabIndex} ${told(node)}` : `2.1.1 键盘到不了 ${told(node)}`)),
  };
  addEventListener("keydown", (event) => event.key === "Tab" && note(), { capture: true });
  document.body.tabIndex = -1;
  document.body.focus({ preventScroll: true });
  document.body.removeAttribute("tabindex");
  (window as unknown as { walk: Walk }).walk = walk;
}
