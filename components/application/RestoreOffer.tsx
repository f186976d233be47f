import { Button } from "@/components/ui/Button";
import { Message } from "@/components/ui/Message";
import { momentOf } from "./moments";

/** 上次没存的内容还在本机：问要不要放回来。 */
export function RestoreOffer({ at, name, onRestore, onDrop }: { at: string; name: string; onRestore: () => void; onDrop: () => void }) {
  const actions = (
    <>
      <Button slim onClick={onRestore}>
        恢复
      </Button>
      <Button slim onClick={onDrop}>
        丢弃
      </Button>
    </>
  );
  return (
    <Message tone="info" announce actions={actions}>
      本机存有 {momentOf(at)} 未保存的“{name}”内容。
    </Message>
  );
}
