import { Button } from "@/components/ui/Button";
import { Select } from "@/components/ui/Select";
import type { PublicationView } from "@/lib/evaluation/figures/views";

/** 看哪一季、哪个单位；没有脚本也能用。 */
export function PublicationFilter({ action, view: { quarters, quarter, office, offices } }: { action: string; view: PublicationView }) {
  return (
    <form className="tools" role="search" aria-label="公示范围" method="get" action={action} key={`${quarter.key} ${office?.code}`}>
      <div>
        <label htmlFor="publication-quarter">季度</label>
        <Select id="publication-quarter" name="quarter" defaultValue={quarter.key} empty={null} options={quarters.map(({ key, word }) => ({ value: key, label: word }))} />
      </div>
      <div>
        <label htmlFor="publication-office">单位</label>
        <Select id="publication-office" name="office" defaultValue={office?.code ?? ""} empty="全国" options={offices.map(({ key, word }) => ({ value: key, label: word }))} />
      </div>
      <Button type="submit">查看</Button>
    </form>
  );
}
