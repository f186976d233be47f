"use client";

import { useCallback, useMemo, useRef, useState } from "react";
import { type FieldErrors, type Resolver, type UseFormReturn, useForm, useWatch } from "react-hook-form";
import { type Json, type Row, rowsOf, sameJson, type SectionAnswers } from "@/lib/forms/answers";
import type { Section } from "@/lib/forms/definition";
import { acceptFields, formValues } from "@/lib/forms/draft";
import type { Issue } from "@/lib/forms/issue";
import type { Conflict } from "@/lib/forms/patch";
import type { SectionPatch } from "@/lib/forms/section-patch";
import type { LicensingContext } from "@/lib/licensing/context";
import { changesIn, contentAfterSave, initialsIn, isEmptyPatch, onlyRow, overlay, restored, withoutInitials, withRow } from "./section-draft";
import type { Outcome, SaveReply } from "./types";

type LicensingSection = Section<LicensingContext>;

/** 一次保存的结局：写入了；有内容被拒；没有被拒的、但与别人冲突；没有送到。 */
export type SaveResult = "saved" | "held" | "conflict" | "failed";

export interface Failure {
  message: string;
  /** 登录已过期：内容仍在本页，登录后再存。 */
  signedOut?: boolean;
}

export interface RowPlace {
  table: string;
  rowId: string;
}

interface Content {
  baseline: SectionAnswers;
  revision: number;
  tables: Record<string, Row[]>;
}

interface Options {
  section: LicensingSection;
  initial: { answers: SectionAnswers; revision: number; savedAt?: string };
  /** 把改动送去保存；网络不通时抛出。 */
  send: (revision: number, patch: SectionPatch) => Promise<Outcome<SaveReply>>;
  onSaved: (reply: SaveReply) => void;
}

export interface SectionDraft {
  form: UseFormReturn;
  /** 页面上现有的内容：字段与各表。 */
  local: SectionAnswers;
  tables: Readonly<Record<string, Row[]>>;
  patch: SectionPatch;
  saving: boolean;
  failure?: Failure;
  savedAt?: string;
  conflicts: readonly Conflict[];
  refused: readonly Issue[];
  putRow: (table: string, row: Row) => void;
  removeRow: (place: RowPlace) => void;
  /** 回到库里的那一份（新添的即去掉）。 */
  revertRow: (place: RowPlace) => void;
  save: (only?: RowPlace) => Promise<SaveResult>;
  /** 此刻的内容，不等下一次重画。 */
  read: () => SectionAnswers;
  /** 此刻没有未保存的：【保存】还没有答复时又写了的算有。 */
  isClean: () => boolean;
  discard: () => void;
  restore: (patch: SectionPatch) => void;
  takeTheirs: (conflict: Conflict) => void;
  settle: (conflict: Conflict) => void;
  /** 别处（导入、他人）存了更新的版次。 */
  adopt: (answers: SectionAnswers, revision: number) => void;
}

function tablesIn(section: LicensingSection, answers: SectionAnswers): Record<string, Row[]> {
  return Object.fromEntries(section.tables.map((table) => [table.key, rowsOf(answers, table.key)]));
}

/** 判断与比对都看整理过的内容，与存下的一样；输入框里仍是原样。 */
function tidied(section: LicensingSection, values: SectionAnswers): SectionAnswers {
  const accepted = acceptFields(section, values);
  return accepted.ok ? accepted.answers : values;
}

/** 声明的草稿模式作为表单的整理者：收下错的，只拒绝形状不可能的。 */
function draftResolver(section: LicensingSection): Resolver {
  return (values) => {
    const accepted = acceptFields(section, values);
    if (accepted.ok) return { values: accepted.answers, errors: {} };
    const errors: FieldErrors = {};
    for (const [key, message] of Object.entries(accepted.faults)) errors[key] = { type: "draft", message };
    return { values: {}, errors };
  };
}

/** 一个页签正在编辑的内容：底稿、改动、保存、冲突。 */
export function useSectionDraft({ section, initial, send, onSaved }: Options): SectionDraft {
  const tableKeys = useMemo(() => section.tables.map((table) => table.key), [section]);
  const form = useForm({ defaultValues: formValues(section, initial.answers), resolver: useMemo(() => draftResolver(section), [section]) });
  const [content, showContent] = useState<Content>(() => ({ baseline: initial.answers, revision: initial.revision, tables: tablesIn(section, initial.answers) }));
  const [status, setStatus] = useState<{ saving: boolean; failure?: Failure; savedAt?: string }>({ saving: false, savedAt: initial.savedAt });
  const [held, setHeld] = useState<{ conflicts: readonly Conflict[]; refused: readonly Issue[] }>({ conflicts: [], refused: [] });
  const latest = useRef(content);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const values = useWatch({ control: form.control }) as SectionAnswers;
  const local = useMemo(() => ({ ...tidied(section, values), ...content.tables }), [section, values, content.tables]);
  const patch = useMemo(() => withoutInitials(section, changesIn(content.baseline, local, tableKeys)), [section, content.baseline, local, tableKeys]);

  const setContent = useCallback((next: Content) => {
    latest.current = next;
    showContent(next);
  }, []);

  /** 把一份内容放上页面：表进状态，字段只改不同的，光标不动。 */
  const show = useCallback(
    (answers: SectionAnswers, baseline: SectionAnswers, revision: number) => {
      setContent({ baseline, revision, tables: tablesIn(section, answers) });
      const now = form.getValues() as SectionAnswers;
      for (const [key, value] of Object.entries(formValues(section, answers))) if (!sameJson(now[key], value)) form.setValue(key, value);
    },
    [form, section, setContent],
  );

  const absorb = useCallback(
    (sent: SectionPatch, reply: SaveReply): SaveResult => {
      const { baseline } = latest.current;
      const now = { ...(form.getValues() as SectionAnswers), ...latest.current.tables };
      show(contentAfterSave(baseline, now, sent, reply, tableKeys), reply.answers, reply.revision);
      setHeld((before) => ({ conflicts: [...before.conflicts.filter((old) => !isSent(old, sent)), ...reply.conflicts], refused: reply.refused }));
      setStatus({ saving: false, savedAt: reply.savedAt });
      onSaved(reply);
      if (reply.refused.length > 0) return "held";
      return reply.conflicts.length > 0 ? "conflict" : "saved";
    },
    [form, onSaved, show, tableKeys],
  );

  const deliver = useCallback(
    async (data: SectionAnswers, only?: RowPlace): Promise<SaveResult> => {
      const { baseline, revision, tables } = latest.current;
      const now = form.getValues() as SectionAnswers;
      for (const [key, value] of Object.entries(data)) if (!sameJson(now[key], value)) form.setValue(key, value);
      const all = changesIn(baseline, { ...now, ...data, ...tables }, tableKeys);
      const sent = only ? { fields: initialsIn(section, all), rows: onlyRow(all, only.table, only.rowId).rows } : all;
      const untouched = Object.keys(baseline).length === 0 && isEmptyPatch(withoutInitials(section, sent));
      if (isEmptyPatch(sent) || untouched) return "saved";
      setStatus((before) => ({ ...before, saving: true, failure: undefined }));
      const outcome = await send(revision, sent).catch(() => undefined);
      if (outcome?.ok) return absorb(sent, outcome.value);
      setStatus((before) => ({ ...before, saving: false, failure: failureOf(outcome) }));
      return "failed";
    },
    [absorb, form, section, send, tableKeys],
  );

  /** 前一次保存没回来时排在后面，版次才对得上。 */
  const save = useCallback(
    (only?: RowPlace): Promise<SaveResult> => {
      const run = async () => {
        let result: SaveResult = "held";
        await form.handleSubmit(async (data) => {
          result = await deliver(data as SectionAnswers, only);
        })();
        return result;
      };
      const turn = queue.current.then(run, run);
      queue.current = turn;
      return turn;
    },
    [deliver, form],
  );

  const setRows = useCallback(
    (table: string, change: (rows: Row[]) => Row[]) => {
      const { current } = latest;
      setContent({ ...current, tables: { ...current.tables, [table]: change(current.tables[table] ?? []) } });
    },
    [setContent],
  );

  const here = useCallback(() => ({ ...(form.getValues() as SectionAnswers), ...latest.current.tables }), [form]);
  const place = (answers: SectionAnswers) => show(answers, latest.current.baseline, latest.current.revision);

  return {
    form, local, tables: content.tables, patch, ...status, ...held, save, read: here,
    isClean: () => isEmptyPatch(withoutInitials(section, changesIn(latest.current.baseline, { ...tidied(section, form.getValues() as SectionAnswers), ...latest.current.tables }, tableKeys))),
    putRow: useCallback((table: string, row: Row) => setRows(table, (rows) => withRow(rows, row.rowId, row)), [setRows]),
    removeRow: useCallback(({ table, rowId }: RowPlace) => setRows(table, (rows) => withRow(rows, rowId, null)), [setRows]),
    revertRow: ({ table, rowId }) => {
      const stored = rowsOf(latest.current.baseline, table).find((row) => row.rowId === rowId);
      setRows(table, (rows) => withRow(rows, rowId, stored ?? null));
      setHeld((before) => ({ ...before, refused: before.refused.filter((issue) => issue.row !== rowId) }));
    },
    discard: () => {
      place(latest.current.baseline);
      setHeld({ conflicts: [], refused: [] });
      setStatus(({ savedAt }) => ({ saving: false, savedAt }));
    },
    restore: (kept) => place(restored(latest.current.baseline, kept)),
    takeTheirs: (conflict) => place(overlay(here(), theirsAsPatch(conflict))),
    settle: (conflict) => setHeld((before) => ({ ...before, conflicts: before.conflicts.filter((other) => other !== conflict) })),
    adopt: (answers, revision) => {
      if (revision <= latest.current.revision) return;
      const nothing: SectionPatch = { fields: [], rows: [] };
      show(contentAfterSave(latest.current.baseline, here(), nothing, { answers, conflicts: [], refused: [] }, tableKeys), answers, revision);
    },
  };
}

function isSent(conflict: Conflict, sent: SectionPatch): boolean {
  return conflict.row
    ? sent.rows.some((change) => change.rowId === conflict.row)
    : sent.fields.some((change) => change.key === conflict.field);
}

function failureOf(outcome: Outcome<SaveReply> | undefined): Failure {
  if (!outcome || outcome.ok) return { message: "未能保存，内容仍在本页" };
  return outcome.code === "unauthenticated"
    ? { message: "登录已过期，内容仍在本页", signedOut: true }
    : { message: outcome.message };
}

function theirsAsPatch({ table, row, field, theirs }: Conflict): SectionPatch {
  if (table !== undefined && row !== undefined) return { fields: [], rows: [{ table, rowId: row, from: null, to: theirs as Record<string, Json> | null }] };
  return { fields: field === undefined ? [] : [{ key: field, from: null, to: theirs }], rows: [] };
}
