"use client";

import { Button } from "@/components/ui/Button";
import { DateInput } from "@/components/ui/DateInput";
import { FilterField } from "@/components/ui/FilterField";
import { Link } from "@/components/ui/Link";
import { type Option, Select } from "@/components/ui/Select";
import { TextInput } from "@/components/ui/TextInput";
import { digestCuts } from "@/lib/licensing/digest-views";
import type { Misread, Misreadings } from "@/lib/forms/address-filters";
import type { QueueDay, QueueQuery } from "@/lib/licensing/queue-query";
import type { QueueColleague } from "@/lib/licensing/queue-views";
import { categories } from "@/lib/terms/categories";
import { levels2020 } from "@/lib/terms/levels";
import { codesOf, type OptionMap } from "@/lib/terms/option-map";
import { awayWord, queueMarks } from "@/lib/terms/queue";

export interface QueueFilterProps {
  query: QueueQuery;
  /** 认不出的到期日，照写着的放回去。 */
  misread: Misreadings<QueueDay>;
  businesses: readonly Option[];
  colleagues: readonly QueueColleague[];
  /** 表单交到哪里。 */
  action: string;
  /** 清除筛选去哪里；没有筛选的没有。 */
  clear?: string | undefined;
}

const optionsOf = (map: OptionMap): Option[] => codesOf(map).map((value) => ({ value, label: map[value] ?? value }));

/** 筛选各格；是地址里的普通表单，没有脚本也能用，可以收藏、转发。几十个选项不随页面的内容再送一遍。 */
export function QueueFilter({ query, misread, businesses, colleagues, action, clear }: QueueFilterProps) {
  const people = colleagues.map(({ id, name, awayUntil }) => ({ value: id, label: awayUntil ? `${name}（${awayWord}）` : name }));
  const { cut } = query;
  // 地址变了，各格按新的地址重填
  const picked = JSON.stringify([query, misread]);
  return (
    <div className="pb">
      <form className="tools" role="search" aria-label="筛选" action={action} method="get" key={picked}>
        {cut && <input type="hidden" name="cut" value={cut} />}
        <div>
          <label htmlFor="queue-q">查找</label>
          <TextInput id="queue-q" name="q" defaultValue={query.q} maxLength={60} placeholder="企业、编号、信用代码" />
        </div>
        <Choice name="business" label="业务" all="全部业务" options={businesses} query={query} />
        <Choice name="mark" label="标记" options={optionsOf(queueMarks)} query={query} />
        <Choice name="category" label="类别" options={optionsOf(categories)} query={query} />
        <Choice name="level" label="等级" options={optionsOf(levels2020)} query={query} />
        <Choice name="holder" label="承办人" options={people} query={query} />
        <Day name="dueFrom" label="到期日起" value={query.dueFrom} misread={misread.dueFrom} />
        <Day name="dueTo" label="到期日止" value={query.dueTo} misread={misread.dueTo} />
        {query.digest && <Choice name="digest" label="等我办的" options={optionsOf(digestCuts)} query={query} />}
        <Button type="submit">筛选</Button>
        {clear && <Link className="link" href={clear}>清除</Link>}
      </form>
    </div>
  );
}

function Choice({ name, label, all = "不限", options, query }: { name: "business" | "mark" | "category" | "level" | "holder" | "digest"; label: string; all?: string; options: readonly Option[]; query: QueueQuery }) {
  return (
    <div>
      <label htmlFor={`queue-${name}`}>{label}</label>
      <Select id={`queue-${name}`} name={name} defaultValue={query[name] ?? ""} empty={all} options={options} />
    </div>
  );
}

function Day({ name, label, value, misread }: { name: QueueDay; label: string; value?: string | undefined; misread?: Misread | undefined }) {
  return (
    <FilterField id={`queue-${name}`} label={label} value={value} misread={misread}>
      {(control) => <div className="ctl"><DateInput {...control} name={name} label={label} /></div>}
    </FilterField>
  );
}
