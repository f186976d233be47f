import type { Metadata } from "next";
import { MessageList } from "@/components/application/MessageList";
import { ButtonLink } from "@/components/ui/Button";
import { PageHead } from "@/components/ui/PageHead";
import { requireEnterpriseActor } from "@/lib/auth/current-actor";
import { listMessages } from "@/lib/services/communication/messages";
import { readMessageAction } from "./actions";

export const metadata: Metadata = { title: "消息" };

/** 本企业的站内消息，新的在前。 */
export default async function MessagesPage({ searchParams }: { searchParams: Promise<{ after?: string }> }) {
  const { after } = await searchParams;
  const actor = await requireEnterpriseActor();
  const { rows, next } = await listMessages(actor, after);
  return (
    <div className="wrap stack">
      <PageHead title="消息" />
      <MessageList rows={rows} read={readMessageAction} />
      {next && (
        <p>
          <ButtonLink href={`/messages?after=${next}`}>更早的消息</ButtonLink>
        </p>
      )}
    </div>
  );
}
