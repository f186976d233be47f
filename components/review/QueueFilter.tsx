import Link from "next/link";
import { Button } from "@/components/ui/Button";
import { Select } from "@/components/ui/Select";

export interface QueueFilterProps {
  /** 表单的去处；筛选都在地址里，可以收藏、转发。 */
  action: string;
  cut: string;
  business?: string;
  businesses: readonly { value: string; label: string }[];
  clearHref: string;
}

/** 按业务筛选；没有脚本也能用。 */
export function QueueFilter({ action, cut, business, businesses, clearHref }: QueueFilterProps) {
  return (
    <div className="pb">
      <form className="tools" role="search" aria-label="筛选" action={action} method="get">
        <input type="hidden" name="cut" value={cut} />
        <div>
          <label htmlFor="queue-business">业务</label>
          <Select id="queue-business" name="business" key={business} defaultValue={business ?? ""} empty="全部业务" options={businesses} />
        </div>
        <Button type="submit">筛选</Button>
        {business && <Link className="link" href={clearHref}>清除</Link>}
      </form>
    </div>
  );
}
