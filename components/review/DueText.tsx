import { classNames } from "@/components/ui/class-names";
import type { DueWords } from "@/lib/licensing/case-clock";

const tones: Partial<Record<DueWords["tone"], string>> = { red: "bad-t", amber: "warn-t", paused: "soft" };

/** 剩余工作日：先说字，颜色只是重复。 */
export function DueText({ due }: { due: DueWords }) {
  if (due.word === "") return <span className="soft">—</span>;
  return (
    <span className={classNames("due", tones[due.tone])}>
      {due.tone === "paused" ? due.word : <b>{due.word}</b>}
      {due.note && <small>{due.note}</small>}
    </span>
  );
}
