import type { Metadata } from "next";
import { OutboxTable } from "@/components/account/OutboxTable";
import { Button, ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { FilterField } from "@/components/ui/FilterField";
import { Message } from "@/components/ui/Message";
import { Facts, PageHead } from "@/components/ui/PageHead";
import { TextInput } from "@/components/ui/TextInput";
import { Views } from "@/components/ui/Views";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { isMisread, misreadWords } from "@/lib/forms/address-filters";
import { listOutboxMessages, sendsExternally } from "@/lib/services/outbox/read-outbox";
import { isCodeOf } from "@/lib/terms/option-map";
import { outboxStates } from "@/lib/terms/outbox";
import { readOutboxAction, resendAction } from "./actions";

export const metadata: Metadata = { title: "短信发件箱" };

interface Query {
  state?: string;
  tail?: string;
  after?: string;
}

const views = { all: "全部", ...outboxStates } as const;

const hrefOf = ({ state, tail, after }: Query): string => {
  const query = new URLSearchParams({ ...(state && state !== "all" ? { state } : {}), ...(tail ? { tail } : {}), ...(after ? { after } : {}) }).toString();
  return query ? `/admin/outbox?${query}` : "/admin/outbox";
};

/** 短信发件箱：只给系统管理员；没有接通短信服务时，验证码在这里查看。 */
export default async function OutboxPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [actor, query] = [await requireStaffActor(), await searchParams];
  const { rows, waiting, next, tail, misread } = await orNotFound(listOutboxMessages(actor, query));
  const state = isCodeOf(outboxStates, query.state) ? query.state : "all";
  return (
    <div className="wrap stack">
      <PageHead title="短信发件箱" facts={<Facts items={[`待发送 ${waiting.pending} 条`, `发送失败 ${waiting.failed} 条`]} />} />
      {!sendsExternally() && <Message tone="warn">本地演示环境：短信不外发，都留在这里。接通短信服务后，验证码发出即不再留存正文。</Message>}
      <section className="panel" aria-label="短信列表">
        <div className="ph">
          <Views label="状态" views={Object.entries(views).map(([key, label]) => ({ key, label, current: key === state, urgent: key === "failed" && waiting.failed > 0, ...(key === "failed" ? { count: waiting.failed } : {}) }))} href={(key) => hrefOf({ state: key, tail })} />
        </div>
        <div className="pb">
          <form className="tools" role="search" aria-label="查找短信" method="get" action="/admin/outbox">
            {state !== "all" && <input type="hidden" name="state" value={state} />}
            <FilterField id="outbox-tail" label="收件手机的后四位" value={tail} misread={misread.tail}>
              {(control) => <TextInput {...control} name="tail" type="search" inputMode="numeric" key={control.defaultValue} maxLength={20} />}
            </FilterField>
            <Button type="submit">查找</Button>
          </form>
        </div>
        {isMisread(misread) ? <EmptyState>{misreadWords}</EmptyState> : <OutboxTable rows={rows} read={readOutboxAction} resend={resendAction} />}
        {next && <div className="pb btns"><ButtonLink slim href={hrefOf({ state, tail, after: next })}>下一页</ButtonLink></div>}
      </section>
    </div>
  );
}
