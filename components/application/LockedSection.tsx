import { Message } from "@/components/ui/Message";
import { Panel } from "@/components/ui/Panel";
import type { Section } from "@/lib/forms/definition";
import { summaryOfSection } from "@/lib/forms/summary";
import type { LicensingContext } from "@/lib/licensing/context";
import { SummaryView } from "./summary/SummaryView";
import type { ApplicationFacts } from "./types";

/** 现在不能改的页签：说明为什么，内容照样可读。 */
export function LockedSection({ facts, section, context }: { facts: ApplicationFacts; section: Section<LicensingContext>; context: LicensingContext }) {
  const why =
    facts.state === "correction" ? "本页没有补正意见，已锁定；只需修改目录里标“需补正”的页。" : `申请${facts.stateWord}，内容不能再改。`;
  return (
    <div className="stack">
      <Message tone="info">{why}</Message>
      <Panel title={section.label} level={1}>
        <SummaryView summary={summaryOfSection(section, context)} />
      </Panel>
    </div>
  );
}

