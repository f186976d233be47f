import { Message } from "@/components/ui/Message";
import { formatChineseDate } from "@/lib/terms/dates";
import type { ApplicationFacts } from "./types";

type Source = NonNullable<ApplicationFacts["prefilledFrom"]>;

/** 「许可证新申请 NEEB-2026-000001（2026年11月22日准予）」。 */
export const sourceInWords = ({ label, number, on }: Source): string => `${label} ${number}（${formatChineseDate(on)}准予）`;

/** 沿用来的页签说明来源：没有改过的请核对，改过的也还说得出从哪里来。 */
export function PrefillNote({ facts: { prefilledFrom }, section, revision }: { facts: Pick<ApplicationFacts, "prefilledFrom">; section: string; revision: number }) {
  if (!prefilledFrom?.sections.includes(section)) return null;
  const changed = revision > 1;
  const anew = prefilledFrom.signedAnew[section] ?? [];
  return (
    <Message>
      内容取自{sourceInWords(prefilledFrom)}
      {changed ? "，已有修改。" : "，人员按现在的在册情况更新。请核对，有变化的修改，没有变化的不用再保存。"}
      {anew.length > 0 && `${anew.join("、")}不沿用，请为这件申请重新签字上传。`}
    </Message>
  );
}
