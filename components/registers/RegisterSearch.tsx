import { Button } from "@/components/ui/Button";
import { TextInput } from "@/components/ui/TextInput";

/** 登记列表的查找；没有脚本也能用。 */
export function RegisterSearch({ action, label, q }: { action: string; label: string; q: string }) {
  return (
    <div className="pb">
      <form className="tools" role="search" aria-label="查找" method="get" action={action}>
        <div>
          <label htmlFor="register-search">{label}</label>
          <TextInput id="register-search" name="q" type="search" key={q} defaultValue={q} maxLength={60} />
        </div>
        <Button type="submit">查找</Button>
      </form>
    </div>
  );
}
