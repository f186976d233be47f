"use client";

import { classNames } from "@/components/ui/class-names";
import type { AttachedFile } from "@/lib/forms/answers";
import { type Scope, type Slot, holds } from "@/lib/forms/definition";
import { anchorOf } from "@/lib/forms/issue";
import type { LicensingContext } from "@/lib/licensing/context";
import { waiverWord } from "@/lib/licensing/procedures/materials";
import { SlotItem } from "./SlotItem";
import type { Uploads } from "./use-uploads";

export interface SlotListProps {
  slots: readonly Slot<LicensingContext>[];
  scope: Scope<LicensingContext>;
  place: { section: string; table?: string; row?: string };
  files: readonly AttachedFile[];
  uploads: Uploads;
  errorAt: (slot: string) => string | undefined;
  onRemove: (file: AttachedFile) => void;
  compact?: boolean;
  disabled?: boolean;
}

/** 材料清单：此刻不适用的材料不出现。 */
export function SlotList({ slots, scope, place, files, uploads, errorAt, onRemove, compact, disabled }: SlotListProps) {
  const { section, table, row } = place;
  return (
    <ul className={classNames("slots", compact && "compact")}>
      {slots
        .filter((slot) => holds(slot.visible, scope, true))
        .map((slot) => (
          <SlotItem
            key={slot.key}
            id={anchorOf({ table, row, slot: slot.key })}
            place={{ section, slot: slot.key, ...(row ? { row } : {}) }}
            slot={slot}
            required={holds(slot.required, scope, true)}
            waiver={waiverWord(slot, scope.context.procedure)}
            files={files.filter((file) => file.section === section && file.slot === slot.key && file.row === row)}
            uploads={uploads}
            error={errorAt(slot.key)}
            onRemove={onRemove}
            disabled={disabled}
          />
        ))}
    </ul>
  );
}
