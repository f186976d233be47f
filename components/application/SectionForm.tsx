"use client";

import { type ComponentType, useState } from "react";
import { EnterpriseSearch } from "@/components/fields/enterprise-search";
import type { ComparisonTableProps } from "@/components/fields/ComparisonTable";
import type { FieldGroups } from "@/components/fields/FieldGroups";
import { classNames } from "@/components/ui/class-names";
import { RequiredMark } from "@/components/ui/FieldFrame";
import { lateDialog, latePart, usePreloaded } from "@/components/ui/late";
import { Panel } from "@/components/ui/Panel";
import { holds } from "@/lib/forms/definition";
import { anchorOf } from "@/lib/forms/issue";
import type { LicensingContext } from "@/lib/licensing/context";
import { ApplicationFrame } from "./ApplicationFrame";
import type { SectionSlotsProps } from "./attachments/SectionSlots";
import type { CheckSectionProps } from "./check/CheckSection";
import { DiscardLink } from "./DiscardLink";
import { directoryEntries } from "./directory-entries";
import { SectionErrors } from "./SectionErrors";
import type { SectionReminderProps } from "./SectionReminder";
import type { SectionNotesProps } from "./SectionNotes";
import { SectionSaveBar } from "./SectionSaveBar";
import type { SectionTablesProps } from "./section-tables";
import { useArrival } from "./use-arrival";
import { type SectionPage, type SectionPageOptions, useSectionPage } from "./use-section-page";
import { useSubmission } from "./use-submission";

const loadLeave = () => import("./LeaveDialog").then((module) => module.LeaveDialog);
const LeaveDialog = lateDialog("离开这一页？", loadLeave);
const ConflictPanel = latePart("两人同时修改", () => import("./ConflictPanel").then((module) => module.ConflictPanel));

const RestoreOffer = latePart("本机暂存的内容", () => import("./RestoreOffer").then((module) => module.RestoreOffer));

/** 表的画法：短表与名册各有一份代码，页签只带用得着的。 */
export interface FormParts {
  /** 页签自己的字段；只有名册的不带。 */
  Fields?: typeof FieldGroups<LicensingContext>;
  dialog?: ComponentType<SectionTablesProps>;
  sheet?: ComponentType<SectionTablesProps>;
  /** 短表正在编辑的一条。 */
  OpenRecord?: ComponentType<Pick<SectionTablesProps, "section" | "page">>;
  /** 页签自己的附件。 */
  Slots?: ComponentType<SectionSlotsProps>;
  /** 变更前后对照。 */
  Comparison?: ComponentType<ComparisonTableProps<LicensingContext>>;
  /** 先读后填的提醒。 */
  Reminder?: ComponentType<SectionReminderProps>;
  /** 填报与资料审核同在一页的。 */
  Check?: ComponentType<CheckSectionProps>;
  /** 收到的补正意见、内容取自哪里；都没有的不带。 */
  Notes?: ComponentType<SectionNotesProps>;
}

export type SectionFormProps = SectionPageOptions & { parts: FormParts };

/** 一个页签的填报：错误摘要、字段、短表、名册、附件、保存栏，全由声明得出。 */
export function SectionForm(options: SectionFormProps) {
  const { facts, form, section, actions, parts } = options;
  const page = useSectionPage(options);
  usePreloaded(loadLeave);
  const { draft, guard, reported } = page;
  const [gateHeld, holdAtGate] = useState(false);
  const entries = form ? directoryEntries({ form, facts, context: page.standing, issues: page.issues, current: section.key }) : options.standing.entries;
  const here = entries.findIndex((entry) => entry.current);
  const [previous, next] = [entries[here - 1], entries[here + 1]];
  const wide = section.layout === "roster";
  const submission = useSubmission(options, page);
  useArrival(section, page);

  async function goOn() {
    const result = await page.save();
    // 等答复时又写了的还没有存：留在本页
    if (result !== "saved" || next === undefined || !draft.isClean()) return;
    const held = section.gate === true && page.unmet().length > 0;
    holdAtGate(held);
    if (!held) guard.go(next.href);
  }

  return (
    <ApplicationFrame facts={facts} entries={entries} wide={wide}
      foot={<DiscardLink facts={facts} discard={actions.discard} onDone={(href) => guard.go(href)} />}>
      <div className={classNames("stack", page.editing.open?.table.presentation === "sheet" && "editing")}>
        <SectionErrors section={section} page={page} title={gateHeld && reported.shown.length > 0 ? gateTitle(reported.shown.length, next?.name ?? "") : undefined} />
        {parts.Notes && <parts.Notes facts={facts} section={section} revision={options.store.revision(section.key)} answers={page.remarkAnswers} />}
        {page.offer && (
          <RestoreOffer at={page.offer.at} name={section.label} onDrop={page.settleOffer}
            onRestore={() => {
              if (page.offer) draft.restore(page.offer.patch);
              page.settleOffer();
            }} />
        )}
        {draft.conflicts.length > 0 && (
          <ConflictPanel conflicts={draft.conflicts} section={section} context={page.context} onMine={draft.settle}
            onTheirs={(conflict) => {
              draft.takeTheirs(conflict);
              draft.settle(conflict);
            }} />
        )}
        <EnterpriseSearch value={actions.findCounterparties}>
          <SectionBody {...options} page={page} />
        </EnterpriseSearch>
        <SectionSaveBar page={page} onSave={() => void submission.save()} onPrevious={previous === undefined ? undefined : () => guard.leaveTo(previous.href)} onNext={next === undefined ? undefined : () => void goOn()} />
        {submission.here && form && parts.Check && (
          <parts.Check facts={facts} form={form} context={page.standing} issues={page.issues} actions={actions} title="资料审核" manner={submission.manner} onSubmitted={options.onSubmitted}
            prepare={async () => !(page.dirty || page.uploading) || (await page.save()) === "saved"} />
        )}
      </div>
      {parts.OpenRecord && (
        <EnterpriseSearch value={actions.findCounterparties}>
          <parts.OpenRecord section={section} page={page} />
        </EnterpriseSearch>
      )}
      {guard.leaving !== undefined && (
        <LeaveDialog name={section.label} uploading={page.uploading} onAbandon={guard.stay} onStay={guard.stay} onLeave={guard.proceed} onDiscard={page.discard} onSave={page.save} />
      )}
    </ApplicationFrame>
  );
}

const gateTitle = (count: number, next: string): string => `有 ${count} 处需要修改，完成后才能进入“${next}”`;

/** 名册页标题在上，宽表放得下；其余的一块面板从标题到附件。 */
function SectionBody({ facts, section, actions, parts, page }: SectionFormProps & { page: SectionPage }) {
  const { draft } = page;
  const [begun, setBegun] = useState(false);
  const begin = () => setBegun(true);
  const intro = section.notRequired?.(page.context) ?? section.intro?.(page.context);
  const hint = (
    <span className="soft small">
      <RequiredMark /> 为必填{intro && `；${intro}`}
    </span>
  );
  const fields = parts.Fields && (
    <parts.Fields groups={section.groups} scope={{ own: draft.local, section: draft.local, context: page.context }} control={draft.form.control}
      errorAt={(field) => errorAt(page, field)} onLeave={page.reported.recheck} Comparison={parts.Comparison} />
  );
  const slots = section.slots.length > 0 && parts.Slots && <parts.Slots section={section} page={page} />;
  const scope = { own: draft.local, section: draft.local, context: page.context };
  const tables = section.tables.filter((table) => holds(table.visible, scope, true)).map((table) => {
    const Part = parts[table.presentation];
    return Part && <Part key={table.key} facts={facts} section={section} table={table} page={page} importRows={actions.importRows} />;
  });
  const { reminder } = section;
  const filled = draft.savedAt !== undefined || page.dirty;
  if (section.layout === "roster") {
    return (
      <>
        <div className="gh" id={anchorOf({})} tabIndex={-1}>
          <h1>{section.label}</h1>
          {section.groups.length > 0 ? hint : intro && <span className="soft small">{intro}</span>}
        </div>
        {section.groups.length > 0 && <Panel>{fields}</Panel>}
        {tables}
        {slots}
      </>
    );
  }
  return (
    <Panel title={section.label} level={1} aside={hint} id={anchorOf({})} tabIndex={-1}>
      {reminder && parts.Reminder && <parts.Reminder reminder={reminder} read={begun || filled} onRead={begin} />}
      {(!reminder || begun || filled) && (
        <>
          {fields}
          {tables}
          {slots}
        </>
      )}
    </Panel>
  );
}

/** 字段旁的一句话：与摘要同样的话。 */
function errorAt({ reported, draft }: SectionPage, field: string): string | undefined {
  const drafted = draft.form.formState.errors[field]?.message;
  if (typeof drafted === "string") return drafted;
  return [...reported.shown, ...draft.refused].find((issue) => issue.field === field && issue.row === undefined)?.message;
}

