"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { momentOf } from "@/components/application/moments";
import { Button } from "@/components/ui/Button";
import { Link } from "@/components/ui/Link";
import { Message } from "@/components/ui/Message";
import type { HolderNoticeView } from "@/lib/licensing/queue-views";
import type { QueueActions } from "./queue-actions";
import { attempt } from "./types";
import { casePath } from "./use-claim";

/** 您的案件没有经您手就换了人，或新指派给您：看过为止都列在这里。 */
export function HolderNotices({ notices, acknowledge }: { notices: readonly HolderNoticeView[]; acknowledge: QueueActions["acknowledge"] }) {
  const router = useRouter();
  const [failure, setFailure] = useState<string>();
  if (notices.length === 0) return null;

  async function seen() {
    const reply = await attempt(acknowledge({ ids: notices.map(({ id }) => id) }));
    setFailure(reply.ok ? undefined : reply.message);
    router.refresh();
  }

  const actions = (
    <>
      <Button slim onClick={() => void seen()}>知道了</Button>
      {failure && <span className="bad-t" role="alert">{failure}</span>}
    </>
  );
  return (
    <Message title={`${notices.length} 件案件换了承办人`} actions={actions}>
      <ul className="bullets">
        {notices.map(({ id, caseId, number, word, reason, at }) => (
          <li key={id}>
            <Link href={casePath({ id: caseId })}>{number}</Link> {momentOf(at)} {word}；理由：{reason}
          </li>
        ))}
      </ul>
    </Message>
  );
}
