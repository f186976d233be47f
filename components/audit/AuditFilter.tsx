import { Button } from "@/components/ui/Button";
import { DateInput } from "@/components/ui/DateInput";
import { FilterField } from "@/components/ui/FilterField";
import { Link } from "@/components/ui/Link";
import { Select } from "@/components/ui/Select";
import { TextInput } from "@/components/ui/TextInput";
import type { AuditQuery } from "@/lib/audit/query";
import { isMisread, type Misreadings } from "@/lib/forms/address-filters";
import { auditFamilies, auditSubjects } from "@/lib/terms/audit";
import { codesOf, type OptionMap } from "@/lib/terms/option-map";

const optionsOf = (map: OptionMap) => codesOf(map).map((value) => ({ value, label: map[value] ?? value }));
const actions = auditFamilies.map(({ label, actions: family }) => ({ label, options: optionsOf(family) }));

type AuditFilterProps = { query: AuditQuery; misread?: Misreadings<keyof AuditQuery> };

/** 查找审计；条件都在地址里，没有脚本也能用。认不出的留着原样，旁边说明。 */
export function AuditFilter({ query, misread = {} }: AuditFilterProps) {
  const about = (name: keyof AuditQuery) => ({ id: `audit-${name}`, value: query[name], misread: misread[name] });
  return (
    <div className="pb">
      {/* 条件变了就换一张新的表单，各格才回到地址里的值 */}
      <form className="tools" role="search" aria-label="查找审计" method="get" action="/admin/audit" key={JSON.stringify([query, misread])}>
        {([["since", "从"], ["until", "到"]] as const).map(([name, label]) => (
          <FilterField key={name} label={label} {...about(name)}>{(control) => <span className="ctl flex md:pr-4"><DateInput {...control} name={name} label={label} /></span>}</FilterField>
        ))}
        <TextBox name="person" label="人（姓名或登录账号）" value={query.person} />
        <FilterField label="动作" {...about("action")}>{({ defaultValue, ...control }) => <Select {...control} name="action" defaultValue={misread.action ? "" : (defaultValue ?? "")} empty="全部动作" options={actions} />}</FilterField>
        <FilterField label="对象" {...about("subject")}>{({ defaultValue, ...control }) => <Select {...control} name="subject" defaultValue={misread.subject ? "" : (defaultValue ?? "")} empty="全部对象" options={optionsOf(auditSubjects)} />}</FilterField>
        <TextBox name="id" label="编号、代码或账号" value={query.id} />
        <TextBox name="address" label="来源地址" value={query.address} />
        <Button type="submit">查找</Button>
        {(Object.keys(query).length > 0 || isMisread(misread)) && <Link className="link" href="/admin/audit">清除</Link>}
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
