import type { ReactNode } from "react";
import { Table } from "@/components/ui/Table";
import { type Indicators, mean, percent } from "@/lib/evaluation/figures/indicators";
import { withheldWord } from "@/lib/evaluation/figures/publication";

export interface GroupRow {
  key: string;
  word: ReactNode;
  /** 空的即不公示，整行只写 hiddenWords。 */
  indicators: Indicators | undefined;
}

export interface GroupTableProps {
  caption: string;
  /** 第一栏：事项、机构、渠道。 */
  head: string;
  rows: readonly GroupRow[];
  hiddenWords?: string;
  empty?: string;
}

/** 一组一行：可评价、有效评价、参评率、满意率、差评、平均分。 */
export function GroupTable({ caption, head, rows, hiddenWords = "", empty = "这一期间没有评价。" }: GroupTableProps) {
  const figure = (read: (indicators: Indicators) => ReactNode) => (row: GroupRow) => (row.indicators ? read(row.indicators) : "—");
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={(row) => row.key}
      empty={empty}
      columns={[
        { key: "word", head, cell: (row) => row.word, rowHead: true },
        { key: "finished", head: "可评价", cell: figure(({ participation }) => (participation.withheld ? withheldWord : participation.whole)), num: true, phoneLabel: "可评价", phoneHidden: (row) => !row.indicators },
        { key: "valid", head: "有效评价", cell: (row) => (row.indicators ? row.indicators.valid : <span className="soft small">{hiddenWords}</span>), num: true, phoneLabel: "有效" },
        { key: "participation", head: "参评率", cell: figure(({ participation }) => percent(participation)), num: true, phoneLabel: "参评率", phoneHidden: (row) => !row.indicators },
        { key: "satisfied", head: "满意率", cell: figure(({ satisfied }) => percent(satisfied)), num: true, phoneLabel: "满意率", phoneHidden: (row) => !row.indicators },
        { key: "bad", head: "差评", cell: figure(({ bad }) => bad.part), num: true, phoneLabel: "差评", phoneHidden: (row) => !row.indicators },
        { key: "average", head: "平均分", cell: figure(({ average }) => mean(average)), num: true, phoneLabel: "平均分", phoneHidden: (row) => !row.indicators },
      ]}
    />
  );
}
