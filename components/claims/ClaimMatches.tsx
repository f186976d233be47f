import { Status, type StatusTone } from "@/components/ui/Status";
import { type Column, Table } from "@/components/ui/Table";
import type { ClaimMatch } from "@/lib/enterprise/claims";

const verdicts: Readonly<Record<ClaimMatch["verdict"], { tone: StatusTone; word: string }>> = {
  same: { tone: "good", word: "一致" },
  different: { tone: "bad", word: "不一致" },
  unknown: { tone: "off", word: "无从对照" },
};

const none = <span className="soft">没有</span>;

const columns: Column<ClaimMatch>[] = [
  { key: "label", head: "项目", rowHead: true, cell: (row) => row.label },
  { key: "onRecord", head: "登记着的", phoneLabel: "登记着的", cell: (row) => row.onRecord || none },
  { key: "claimed", head: "申请人填的", phoneLabel: "申请人填的", cell: (row) => row.claimed || none },
  { key: "verdict", head: "对照", cell: ({ verdict }) => <Status tone={verdicts[verdict].tone}>{verdicts[verdict].word}</Status> },
];

/** 登记着的与申请人填的，逐项对照。 */
export function ClaimMatches({ matches }: { matches: readonly ClaimMatch[] }) {
  return <Table caption="登记着的与申请人填的，逐项对照" rows={matches} rowKey={(row) => row.key} columns={columns} />;
}
