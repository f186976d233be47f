import { classNames } from "./class-names";
import { drawings, type IconName } from "./icons";

export type { IconName } from "./icons";

/** One icon of the 16-grid set. It repeats a word, so it is hidden from screen readers. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg className={classNames("i", className)} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {drawings[name]}
    </svg>
  );
}
