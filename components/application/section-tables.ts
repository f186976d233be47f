import type { Row } from "@/lib/forms/answers";
import type { Section, Table } from "@/lib/forms/definition";
import type { LicensingContext } from "@/lib/licensing/context";
import type { ApplicationFacts, SectionActions } from "./types";
import type { SectionPage } from "./use-section-page";

/** 页签里一张表所需的；短表在 rows，名册在 roster。 */
export interface SectionTablesProps {
  facts: ApplicationFacts;
  section: Section<LicensingContext>;
  table: Table<LicensingContext>;
  page: SectionPage;
  importRows: SectionActions["importRows"];
}

const NO_ROWS: Row[] = [];

export const rowsIn = ({ draft }: SectionPage, table: string): Row[] => draft.tables[table] ?? NO_ROWS;

/** 整张表的一句话（如人数不足），保存或下一步之后才说。 */
export function tableError({ reported }: SectionPage, table: string): string | undefined {
  const own = reported.shown.filter((issue) => issue.table === table && issue.row === undefined);
  return own.length === 0 ? undefined : own.map((issue) => issue.message).join("；");
}
