"use client";

import { FieldGroups } from "@/components/fields/FieldGroups";
import type { AttachedFile } from "@/lib/forms/answers";
import { SlotList } from "../attachments/SlotList";
import type { Uploads } from "../attachments/use-uploads";
import type { RowForm, RowFormOptions } from "./use-row-form";

/** 一行的字段与材料。 */
export function RowFields({
  editor,
  options,
  uploads,
  onRemoveFile,
}: {
  editor: RowForm;
  options: RowFormOptions;
  uploads: Uploads;
  onRemoveFile: (file: AttachedFile) => void;
}) {
  const { section, table, row, sectionAnswers, context } = options;
  const scope = { own: editor.values, section: sectionAnswers, context };
  return (
    <>
      <FieldGroups
        groups={table.groups}
        scope={scope}
        control={editor.form.control}
        place={{ table: table.key, row: row.rowId }}
        errorAt={editor.errorAt}
        onLeave={editor.recheck}
      />
      {table.slots && table.slots.length > 0 && (
        <SlotList
          compact
          slots={table.slots}
          scope={scope}
          place={{ section: section.key, table: table.key, row: row.rowId }}
          files={context.files}
          uploads={uploads}
          errorAt={editor.slotErrorAt}
          onRemove={onRemoveFile}
        />
      )}
    </>
  );
}
