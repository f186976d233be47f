"use client";

import { useState } from "react";
import { FieldGroups } from "@/components/fields/FieldGroups";
import { classNames } from "@/components/ui/class-names";
import { RequiredMark } from "@/components/ui/FieldFrame";
import { Message } from "@/components/ui/Message";
import { Group, Panel } from "@/components/ui/Panel";
import { neighboursOf } from "@/lib/forms/business";
import type { Slot } from "@/lib/forms/definition";
import { anchorOf } from "@/lib/forms/issue";
import type { LicensingContext } from "@/lib/licensing/context";
import { ApplicationFrame } from "./ApplicationFrame";
import { acceptedInWords } from "@/lib/licensing/attachments/accepted-files";
import { SlotList } from "./attachments/SlotList";
import { ConflictPanel } from "./ConflictPanel";
import { DiscardLink } from "./DiscardLink";
import { labelIn, sectionPath } from "./directory-entries";
import { LeaveDialog } from "./LeaveDialog";
import { RestoreOffer } from "./RestoreOffer";
import { SectionErrors } from "./SectionErrors";
import { SectionRemarks } from "./SectionRemarks";
import { SectionSaveBar } from "./SectionSaveBar";
import { OpenRecord, SectionTables } from "./SectionTables";
import { useArrival } from "./use-arrival";
import { type SectionPage, type SectionPageOptions, useSectionPage } from "./use-section-page";

/** 一个页签的填报：错误摘要、字段、短表、名册、附件、保存栏，全由声明得出。 */
export function SectionForm(options: SectionPageOptions) {
  const { facts, form, section, actions } = options;
  const page = useSectionPage(options);
  const { draft, guard, reported } = page;
  const [gateHeld, holdAtGate] = useState(false);
  const { previous, next } = neighboursOf(form, section.key);
  const pathOf = (key: string) => sectionPath(facts.applicationId, key);
  const wide = section.layout === "roster";
  useArrival(section, page);

  async function goOn() {
    const result = await page.save();
    if (result !== "saved" || next === undefined) return;
    const held = section.gate === true && page.unmet().length > 0;
    holdAtGate(held);
    if (!held) guard.go(pathOf(next));
  }

  return (
    <ApplicationFrame facts={facts} form={form} context={page.standing} issues={page.issues} current={section.key} wide={wide}
      foot={<DiscardLink facts={facts} discard={actions.discard} onDone={(href) => guard.go(href)} />}>
      <div className={classNames("stack", page.editing.open?.table.presentation === "sheet" && "editing")}>
        <SectionErrors section={section} page={page} title={gateHeld && reported.shown.length > 0 ? gateTitle(reported.shown.length, labelIn(form, next ?? "")) : undefined} />
        <SectionRemarks facts={facts} section={section} answer={actions.answerRemark} />
        {page.offer && (
          <RestoreOffer at={page.offer.at} name={section.label} onDrop={page.settleOffer}
            onRestore={() => {
              if (page.offer) draft.restore(page.offer.patch);
              page.settleOffer();
            }} />
        )}
        <ConflictPanel conflicts={draft.conflicts} section={section} context={page.context} onMine={draft.settle}
          onTheirs={(conflict) => {
            draft.takeTheirs(conflict);
            draft.settle(conflict);
          }} />
        <SectionBody {...options} page={page} />
        <SectionSaveBar page={page} onPrevious={previous === undefined ? undefined : () => guard.leaveTo(pathOf(previous))} onNext={() => void goOn()} />
      </div>
      <OpenRecord section={section} page={page} />
      <LeaveDialog open={guard.leaving !== undefined} name={section.label} uploading={page.uploading} onStay={guard.stay} onLeave={guard.proceed} onDiscard={page.discard} onSave={page.save} />
    </ApplicationFrame>
  );
}

const gateTitle = (count: number, next: string): string => `有 ${count} 处需要修改，完成后才能进入“${next}”`;

/** 名册页标题在上，宽表放得下；其余的一块面板从标题到附件。 */
function SectionBody({ facts, section, actions, page }: SectionPageOptions & { page: SectionPage }) {
  const { draft } = page;
  const intro = section.notRequired?.(page.context) ?? section.intro?.(page.context);
  const hint = (
    <span className="soft small">
      <RequiredMark /> 为必填{intro && `；${intro}`}
    </span>
  );
  const fields = (
    <FieldGroups groups={section.groups} scope={{ own: draft.local, section: draft.local, context: page.context }} control={draft.form.control}
      errorAt={(field) => errorAt(page, field)} onLeave={page.reported.recheck} />
  );
  const tables = <SectionTables facts={facts} section={section} page={page} importRows={actions.importRows} />;
  if (section.layout === "roster") {
    return (
      <>
        <div className="gh" id={anchorOf({})} tabIndex={-1}>
          <h1>{section.label}</h1>
          {section.groups.length > 0 ? hint : intro && <span className="soft small">{intro}</span>}
        </div>
        {section.groups.length > 0 && <Panel>{fields}</Panel>}
        {tables}
        <SectionSlots section={section} page={page} />
      </>
    );
  }
  return (
    <Panel title={section.label} level={1} aside={hint} id={anchorOf({})} tabIndex={-1}>
      {fields}
      {tables}
      <SectionSlots section={section} page={page} />
    </Panel>
  );
}

function SectionSlots({ section, page }: { section: { key: string; slots: readonly Slot<LicensingContext>[] }; page: SectionPage }) {
  const { draft, reported, uploads, removeFile, fileFailure } = page;
  if (section.slots.length === 0) return null;
  return (
    <Group id="attachments" title="附件" aside={<span className="soft small">{acceptedInWords()}；手机可直接拍照</span>}>
      {fileFailure && <Message tone="bad" announce>{fileFailure}</Message>}
      <SlotList slots={section.slots} scope={{ own: draft.local, section: draft.local, context: page.context }} place={{ section: section.key }}
        files={page.context.files} uploads={uploads} onRemove={removeFile}
        errorAt={(slot) => reported.shown.find((issue) => issue.slot === slot && issue.row === undefined)?.message} />
    </Group>
  );
}

/** 字段旁的一句话：与摘要同样的话。 */
function errorAt({ reported, draft }: SectionPage, field: string): string | undefined {
  const drafted = draft.form.formState.errors[field]?.message;
  if (typeof drafted === "string") return drafted;
  return [...reported.shown, ...draft.refused].find((issue) => issue.field === field && issue.row === undefined)?.message;
}

