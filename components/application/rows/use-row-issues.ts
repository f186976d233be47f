"use client";

import { useMemo } from "react";
import type { Row } from "@/lib/forms/answers";
import type { Section, Table } from "@/lib/forms/definition";
import type { Issue } from "@/lib/forms/issue";
import { issuesOfRow } from "@/lib/forms/issues";
import type { LicensingContext } from "@/lib/licensing/context";

export interface RowIssues {
  issuesOf: (row: Row) => readonly Issue[];
  /** 有不符项的行的 rowId。 */
  troubled: ReadonlySet<string>;
}

/**
 * 各行的不符项，供名册的「问题」一栏：提示语不带行号；重复与跨表的规则也算。
 * 只在要画某一行时才判那一行。
 */
export function useRowIssues({
  section,
  table,
  context,
  issues,
}: {
  section: Section<LicensingContext>;
  table: Table<LicensingContext>;
  context: LicensingContext;
  issues: readonly Issue[];
}): RowIssues {
  return useMemo(() => {
    const known = new Map<Row, readonly Issue[]>();
    const inTable = issues.filter((issue) => issue.table === table.key && issue.row !== undefined);
    const besides = inTable.filter((issue) => issue.rule !== undefined || issue.message === table.unique?.message);
    const judge = (row: Row): readonly Issue[] => [
      ...issuesOfRow(section, table, row, context),
      ...besides.filter((issue) => issue.row === row.rowId),
    ];
    return {
      troubled: new Set(inTable.map((issue) => issue.row ?? "")),
      issuesOf: (row) => {
        const found = known.get(row) ?? judge(row);
        known.set(row, found);
        return found;
      },
    };
  }, [section, table, context, issues]);
}
