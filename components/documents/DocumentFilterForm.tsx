import { Button } from "@/components/ui/Button";
import { DateInput } from "@/components/ui/DateInput";
import { Link } from "@/components/ui/Link";
import { Select } from "@/components/ui/Select";
import { type DocumentFilter, waitingChoices } from "@/lib/licensing/documents/views";
import { documentKinds } from "@/lib/terms/documents";

/** 文书清单的筛选；条件都在地址里，没有脚本也能用。 */
export function DocumentFilterForm({ filter }: { filter: DocumentFilter }) {
  const { state, kind, since, until, days } = filter;
  return (
    <form className="tools" role="search" aria-label="筛选文书" method="get" action="/admin/documents" key={JSON.stringify(filter)}>
      {state !== "pending" && <input type="hidden" name="state" value={state} />}
      <div>
        <label htmlFor="document-kind">种类</label>
        <Select id="document-kind" name="kind" defaultValue={kind ?? ""} empty="全部种类" options={Object.entries(documentKinds).map(([value, label]) => ({ value, label }))} />
      </div>
      <div><label htmlFor="document-since">从</label><span className="ctl"><DateInput id="document-since" name="since" label="从" defaultValue={since} /></span></div>
      <div><label htmlFor="document-until">到</label><span className="ctl"><DateInput id="document-until" name="until" label="到" defaultValue={until} /></span></div>
      {state === "pending" && (
        <div>
          <label htmlFor="document-days">出具</label>
          <Select id="document-days" name="days" defaultValue={days ? String(days) : ""} empty="不限" options={waitingChoices.map((choice) => ({ value: String(choice), label: `已满 ${choice} 日` }))} />
        </div>
      )}
      <Button type="submit">筛选</Button>
      {(kind ?? since ?? until ?? days) && <Link className="link" href={state === "pending" ? "/admin/documents" : `/admin/documents?state=${state}`}>清除</Link>}
    </form>
  );
}
