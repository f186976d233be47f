import { Button } from "@/components/ui/Button";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { TextInput } from "@/components/ui/TextInput";

/** 查验输入框；提交即换地址，可收藏、可转发。 */
export function VerifyForm({ number }: { number?: string }) {
  return (
    <form className="panel" action="/verify" method="get" role="search" aria-label="许可证查验">
      <div className="pb stack">
        <FieldFrame id="verify-number" label="许可证编号或统一社会信用代码" required help="编号如 4-1-00033-2006，印在许可证右上角" full>
          {(control) => <TextInput {...control} name="number" defaultValue={number} maxLength={40} required autoComplete="off" />}
        </FieldFrame>
        <div className="btns"><Button type="submit" kind="primary">查验</Button></div>
      </div>
    </form>
  );
}
