import { Button } from "@/components/ui/Button";
import { Select } from "@/components/ui/Select";
import { TextInput } from "@/components/ui/TextInput";
import { codesOf, type OptionMap } from "@/lib/terms/option-map";
import { staffRoles, staffStates } from "@/lib/terms/roles";

export interface StaffFilterValues {
  q: string;
  office: string;
  post: string;
  state: string;
}

const optionsOf = (map: OptionMap) => codesOf(map).map((value) => ({ value, label: map[value] ?? value }));

/** 内网人员的筛选，写在地址里；没有脚本也能用。 */
export function StaffFilter({ values, offices }: { values: StaffFilterValues; offices: readonly { code: string; name: string }[] }) {
  const choices = [
    { name: "office", label: "派出机构", value: values.office, options: offices.map(({ code, name }) => ({ value: code, label: name })) },
    { name: "post", label: "岗位", value: values.post, options: optionsOf(staffRoles) },
    { name: "state", label: "状态", value: values.state, options: optionsOf(staffStates) },
  ];
  return (
    <div className="pb">
      <form className="tools" role="search" aria-label="查找人员" method="get" action="/admin/people" key={Object.values(values).join("|")}>
        <div>
          <label htmlFor="staff-q">姓名或登录账号</label>
          <TextInput id="staff-q" name="q" type="search" defaultValue={values.q} maxLength={60} />
        </div>
        {choices.map(({ name, label, value, options }) => (
          <div key={name}>
            <label htmlFor={`staff-${name}`}>{label}</label>
            <Select id={`staff-${name}`} name={name} defaultValue={value} options={options} empty="全部" />
          </div>
        ))}
        <Button type="submit">查找</Button>
      </form>
    </div>
  );
}
