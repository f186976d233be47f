"use client";

import { Message } from "@/components/ui/Message";
import { Group } from "@/components/ui/Panel";
import type { Section } from "@/lib/forms/definition";
import { acceptedInWords } from "@/lib/licensing/attachments/accepted-files";
import type { LicensingContext } from "@/lib/licensing/context";
import type { SectionPage } from "../use-section-page";
import { SlotList } from "./SlotList";

export interface SectionSlotsProps {
  section: Pick<Section<LicensingContext>, "key" | "slots">;
  page: SectionPage;
}

/** 页签自己的附件，不属于某一行。 */
export function SectionSlots({ section, page }: SectionSlotsProps) {
  const { draft, reported, uploads, removeFile, fileFailure } = page;
  return (
    <Group id="attachments" title="附件" aside={<span className="soft small">{acceptedInWords()}；手机可直接拍照</span>}>
      {fileFailure && <Message tone="bad" announce>{fileFailure}</Message>}
      <SlotList slots={section.slots} scope={{ own: draft.local, section: draft.local, context: page.context }} place={{ section: section.key }}
        files={page.context.files} uploads={uploads} onRemove={removeFile}
        errorAt={(slot) => reported.shown.find((issue) => issue.slot === slot && issue.row === undefined)?.message} />
    </Group>
  );
}
