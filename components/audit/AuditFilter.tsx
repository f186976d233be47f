import { Button } from "@/components/ui/Button";
import { DateInput } from "@/components/ui/DateInput";
import { Link } from "@/components/ui/Link";
import { Select } from "@/components/ui/Select";
import { TextInput } from "@/components/ui/TextInput";
import type { AuditQuery } from "@/lib/audit/query";
import { auditFamilies, auditSubjects } from "@/lib/terms/audit";
import { codesOf, type OptionMap } from "@/lib/terms/option-map";

const optionsOf = (map: OptionMap) => codesOf(map).map((value) => ({ value, label: map[value] ?? value }));
const actions = auditFamilies.map(({ label, actions: family }) => ({ label, options: optionsOf(family) }));

/** 查找审计；条件都在地址里，没有脚本也能用。 */
export function AuditFilter({ query }: { query: AuditQuery }) {
  return (
    <div className="pb">
      {/* 条件变了就换一张新的表单，各格才回到地址里的值 */}
      <form className="tools" role="search" aria-label="查找审计" method="get" action="/admin/audit" key={JSON.stringify(query)}>
        <div><label htmlFor="audit-since">从</label><span className="ctl flex md:pr-4"><DateInput id="audit-since" name="since" label="从" defaultValue={query.since} /></span></div>
        <div><label htmlFor="audit-until">到</label><span className="ctl flex md:pr-4"><DateInput id="audit-until" name="until" label="到" defaultValue={query.until} /></span></div>
        <TextBox name="person" label="人（姓名或登录账号）" value={query.person} />
        <div><label htmlFor="audit-action">动作</label><Select id="audit-action" name="action" defaultValue={query.action ?? ""} empty="全部动作" options={actions} /></div>
        <div><label htmlFor="audit-subject">对象</label><Select id="audit-subject" name="subject" defaultValue={query.subject ?? ""} empty="全部对象" options={optionsOf(auditSubjects)} /></div>
        <TextBox name="id" label="编号、代码或账号" value={query.id} />
        <TextBox name="address" label="来源地址" value={query.address} />
        <Button type="submit">查找</Button>
        {Object.keys(query).length > 0 && <Link className="link" href="/admin/audit">清除</Link>}
      </form>
    </div>
  );
}

function TextBox({ name, label, value }: { name: keyof AuditQuery; label: string; value: string | undefined }) {
  return (
    <div>
      <label htmlFor={`audit-${name}`}>{label}</label>
      <TextInput id={`audit-${name}`} name={name} defaultValue={value} maxLength={60} autoComplete="off" />
    </div>
  );
}
