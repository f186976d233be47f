"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type Resolver, type UseFormReturn, useForm, useWatch } from "react-hook-form";
import { type Row, sameJson, type SectionAnswers } from "@/lib/forms/answers";
import { type Section, type Table, fieldsOf } from "@/lib/forms/definition";
import { acceptRow, emptyRow, refusalsIn } from "@/lib/forms/draft";
import type { Issue } from "@/lib/forms/issue";
import { disorderOf, issuesOfRow } from "@/lib/forms/issues";
import type { LicensingContext } from "@/lib/licensing/context";
import { changesIn, isEmptyPatch } from "../section-draft";

export interface RowFormOptions {
  section: Section<LicensingContext>;
  table: Table<LicensingContext>;
  row: Row;
  /** 新添的一行：还没填，不先报错。 */
  fresh: boolean;
  /** 同表其他行，查重用。 */
  others: readonly Row[];
  /** 页签现有内容与全部上下文。 */
  sectionAnswers: SectionAnswers;
  context: LicensingContext;
  /** 保存被拒的内容（如身份证号码已被使用）。 */
  refused: readonly Issue[];
  onTyping: (row: Row) => void;
}

export interface RowForm {
  form: UseFormReturn;
  values: Row;
  errorAt: (field: string) => string | undefined;
  slotErrorAt: (slot: string) => string | undefined;
  recheck: (field: string) => void;
  /** 当场校验：手册要求必须对的、先后颠倒的、重复的、全空的。通过时交出整理好的一行。 */
  validate: () => Promise<Row | undefined>;
  /** 离开一格就告诉页面写到哪了：接着按的可能是另一条的【编辑】。 */
  tellNow: () => void;
  /** 填的与打开时的不同；被拒过的仍与最初的比。 */
  changed: boolean;
}

const PAUSE = 300;

function rowResolver(table: Table<LicensingContext>, rowId: string): Resolver {
  return (values) => {
    const accepted = acceptRow(table, { ...(values as SectionAnswers), rowId });
    if (accepted.ok) return { values: accepted.answers, errors: {} };
    return { values: {}, errors: Object.fromEntries(Object.entries(accepted.faults).map(([key, message]) => [key, { type: "draft", message }])) };
  };
}

/** 判断看整理过的内容，与存下的一样。 */
function tidied(table: Table<LicensingContext>, row: Row): Row {
  const accepted = acceptRow(table, row);
  return accepted.ok ? accepted.answers : row;
}

/** 一行的编辑：对话框与侧边栏共用。 */
export function useRowForm(options: RowFormOptions): RowForm {
  const { section, table, row, fresh, context, sectionAnswers, refused } = options;
  const form = useForm({ defaultValues: row, resolver: useMemo(() => rowResolver(table, row.rowId), [table, row.rowId]) });
  const values = tidied(table, { ...(useWatch({ control: form.control }) as SectionAnswers), rowId: row.rowId });
  const issues = issuesOfRow(section, table, values, context);
  const [reported, report] = useState<readonly Issue[]>(() => (fresh ? [] : issuesOfRow(section, table, row, context)));
  const [start] = useState(() => tidied(table, row));
  const tellNow = useTyping(form, row, options.onTyping);

  const errorAt = (field: string): string | undefined => {
    const own = reported.find((issue) => issue.field === field);
    const stays = own && (own.rule === STRICT || issues.some((issue) => issue.field === field));
    const drafted = form.formState.errors[field]?.message;
    return refusedAt(refused, row, values, field) ?? (typeof drafted === "string" ? drafted : stays ? own.message : undefined);
  };

  const validate = async (): Promise<Row | undefined> => {
    let accepted: Row | undefined;
    await form.handleSubmit((data) => {
      const entered = data as Row;
      const faults = faultsOf(entered, { ...options, sectionAnswers });
      if (faults.length === 0) accepted = entered;
      else report(faults);
    })();
    return accepted;
  };

  const recheck = (field: string) =>
    report((before) => {
      const known = before.some((issue) => issue.field === field);
      const now = issues.filter((issue) => issue.field === field && (known || issue.nature === "wrong"));
      return [...before.filter((issue) => issue.field !== field), ...now];
    });

  return {
    form, values, errorAt, recheck, validate, tellNow,
    changed: !isEmptyPatch(changesIn({ [table.key]: [start] }, { [table.key]: [values] }, [table.key])),
    slotErrorAt: (slot) => (reported.some((issue) => issue.slot === slot) ? issues.find((issue) => issue.slot === slot)?.message : undefined),
  };
}

const STRICT = "strict";

/** 【确定】不收的：格式必错的、先后颠倒的、与别行重复的、什么都没填的。 */
function faultsOf(entered: Row, { section, table, row, others, sectionAnswers, context }: RowFormOptions): Issue[] {
  const place = { section: section.key, table: table.key, row: row.rowId };
  const strict = refusalsIn(fieldsOf(table.groups), entered, { own: entered, section: sectionAnswers, context }, place);
  const wrong = (field: string, message: string): Issue => ({ ...place, field, message, severity: "blocking", nature: "wrong", rule: STRICT });
  const disordered = fieldsOf(table.groups).flatMap((field) => {
    const fault = disorderOf(field, entered[field.key], entered);
    return fault ? [wrong(field.key, fault)] : [];
  });
  const key = table.unique?.field;
  const repeated = key !== undefined && entered[key] !== "" && others.some((other) => other[key] === entered[key]);
  const blank = sameJson(entered, emptyRow(table, row.rowId)) && wrong(table.titleField, `请先填写这一条${table.rowLabel}`);
  return [...strict, ...disordered, ...(repeated && table.unique ? [wrong(table.unique.field, table.unique.message)] : []), ...(blank ? [blank] : [])];
}

/** 被拒的内容一改就不再提示。 */
function refusedAt(refused: readonly Issue[], row: Row, values: Row, field: string): string | undefined {
  const issue = refused.find((one) => one.row === row.rowId && one.field === field);
  return issue && sameJson(row[field], values[field]) ? issue.message : undefined;
}

/** 打字时每隔片刻告诉页面一次（暂存、离开提醒用），名册不随每个键重画；得到的函数把还没说的马上说。 */
function useTyping(form: UseFormReturn, row: Row, onTyping: (row: Row) => void): () => void {
  const tell = useRef(onTyping);
  useEffect(() => {
    tell.current = onTyping;
  });
  const speak = useCallback(() => tell.current({ ...(form.getValues() as SectionAnswers), rowId: row.rowId }), [form, row.rowId]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const tellNow = useCallback(() => {
    if (timer.current === undefined) return;
    clearTimeout(timer.current);
    timer.current = undefined;
    speak();
  }, [speak]);
  useEffect(() => {
    let spoken = false;
    const stop = form.subscribe({
      formState: { values: true },
      callback: () => {
        clearTimeout(timer.current);
        timer.current = setTimeout(tellNow, PAUSE);
        if (!spoken) tellNow();
        spoken = true;
      },
    });
    return () => {
      clearTimeout(timer.current);
      stop();
    };
  }, [form, tellNow]);
  return tellNow;
}
