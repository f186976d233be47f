import { Icon } from "@/components/ui/Icon";
import { classNames } from "@/components/ui/class-names";
import type { DueText } from "@/lib/evaluation/bad-ratings/views";

const tones: Partial<Record<DueText["tone"], string>> = { red: "bad-t", amber: "warn-t" };

/** 本环节期限：先说字，图标与颜色只是重复。 */
export function DueMark({ due }: { due: DueText }) {
  if (due.word === "") return <span className="soft">—</span>;
  return (
    <span className={classNames("due", tones[due.tone])}>
      <b>{due.tone === "red" && <Icon name="alert" />} {due.word}</b>
      {due.note && <small>{due.note} 前</small>}
    </span>
  );
}
