import { fullMomentOf } from "@/components/application/moments";
import { TermList } from "@/components/ui/PageHead";
import { Panel } from "@/components/ui/Panel";
import { Status } from "@/components/ui/Status";
import { type Column, Table } from "@/components/ui/Table";
import { type AuditDetails, type AuditFact, type AuditSealView, isChange } from "@/lib/audit/views";

type Change = Extract<AuditFact, { before: string }>;
type Plain = Exclude<AuditFact, Change>;

const changeColumns: Column<Change>[] = [
  { key: "label", head: "项目", rowHead: true, cell: (row) => row.label },
  { key: "before", head: "改前", phoneLabel: "改前", cell: (row) => row.before },
  { key: "after", head: "改后", phoneLabel: "改后", cell: (row) => <b>{row.after}</b> },
];

/** 一条审计：谁、何时、从哪里，改前改后，在链上第几环。 */
export function AuditDetailsView({ details }: { details: AuditDetails }) {
  const { at, who, side, action, subject, about, address, facts, seal, id } = details;
  const changes = facts.filter(isChange);
  const others = facts.filter((fact): fact is Plain => !isChange(fact));
  const head = [
    { term: "时间", value: `${fullMomentOf(at)}:${at.slice(17, 19)}` },
    { term: "人", value: side === who ? who : `${who}（${side}）` },
    { term: "动作", value: action },
    { term: "对象", value: `${subject} ${about}`.trim() },
    { term: "来源地址", value: address || "没有" },
    ...others.map(({ label, value }) => ({ term: label, value })),
    { term: "标识", value: <code>{id}</code> },
  ];
  return (
    <>
      <Panel title="谁、何时、做了什么" id="audit-entry"><TermList fold items={head} /></Panel>
      {changes.length > 0 && (
        <Panel title="改动" id="audit-changes" flush>
          <Table caption="改动的各项" columns={changeColumns} rows={changes} rowKey={(row, index) => `${row.label} ${index}`} />
        </Panel>
      )}
      <Panel title="封存" id="audit-seal">{seal ? <SealTerms seal={seal} /> : <Status tone="info">等待封存</Status>}</Panel>
    </>
  );
}

function SealTerms({ seal: { seq, sealedAt, entryHash, chainHash } }: { seal: AuditSealView }) {
  return (
    <TermList
      fold
      items={[
        { term: "第几环", value: String(seq) },
        { term: "封存时间", value: fullMomentOf(sealedAt) },
        { term: "本条的散列", value: <code className="break-all">{entryHash}</code> },
        { term: "链的散列", value: <code className="break-all">{chainHash}</code> },
      ]}
    />
  );
}
