import { Button } from "@/components/ui/Button";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { TextInput } from "@/components/ui/TextInput";

/** 核对文书的输入框；编号与校验码都印在文书每一页的下面。 */
export function CheckForm({ number = "", code = "" }: { number?: string; code?: string }) {
  return (
    <form className="panel" action="/verify/documents" method="get" role="search" aria-label="文书核对">
      <div className="pb stack">
        <FieldFrame id="check-number" label="文书编号" required help="如 华东监能许可〔2026〕准12号，印在标题下面" full>
          {(control) => <TextInput {...control} name="number" defaultValue={number} maxLength={80} required autoComplete="off" />}
        </FieldFrame>
        <FieldFrame id="check-code" label="校验码" required help="印在每一页的下面，八位数字与字母" full>
          {(control) => <TextInput {...control} name="code" defaultValue={code} maxLength={80} required autoComplete="off" />}
        </FieldFrame>
        <div className="btns"><Button type="submit" kind="primary">核对</Button></div>
      </div>
    </form>
  );
}
