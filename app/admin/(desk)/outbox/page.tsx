import type { Metadata } from "next";
import { OutboxTable } from "@/components/account/OutboxTable";
import { Message } from "@/components/ui/Message";
import { Facts, PageHead } from "@/components/ui/PageHead";
import { Panel } from "@/components/ui/Panel";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { listOutboxMessages, type OutboxRow, sendsExternally } from "@/lib/services/outbox/read-outbox";
import { shanghaiMoment } from "@/lib/workflow/iso-date";
import { readOutboxAction } from "./actions";

export const metadata: Metadata = { title: "短信发件箱" };

const kinds: Readonly<Record<string, string>> = { verification: "验证码", invitation: "邀请同事", notice: "办理通知" };

const lineOf = ({ id, recipient, template, state, lastError, createdAt }: OutboxRow) => ({
  id,
  recipient,
  state,
  kind: kinds[template.split(".")[0] ?? template] ?? template,
  problem: lastError ?? "",
  createdAt: shanghaiMoment(new Date(createdAt)),
});

/** 短信发件箱：只给系统管理员；没有接通短信服务时，验证码在这里查看。 */
export default async function OutboxPage() {
  const rows = await orNotFound(listOutboxMessages(await requireStaffActor()));
  return (
    <div className="wrap stack">
      <PageHead title="短信发件箱" facts={<Facts items={[`最近 ${rows.length} 条`]} />} />
      {!sendsExternally() && <Message tone="warn">本地演示环境：短信不外发，都留在这里。接通短信服务后，验证码发出即不再留存正文。</Message>}
      <Panel flush>
        <OutboxTable rows={rows.map(lineOf)} read={readOutboxAction} />
      </Panel>
    </div>
  );
}
