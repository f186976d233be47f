"use client";

import { useRouter } from "next/navigation";
import { useCallback, useState } from "react";
import { useOpen } from "@/components/ui/opening";
import type { QueueRow } from "@/lib/licensing/queue-views";
import { attempt, type ClaimAction } from "./types";

export const casePath = ({ id }: Pick<QueueRow, "id">): string => `/admin/applications/${id}`;

/** 没有领到：哪一件、为什么；由别人承办的可以只读打开，或者接办。 */
export interface ClaimFailure {
  row: QueueRow;
  message: string;
  held: boolean;
}

/** 领取一件并打开它；被人抢先的说出是谁、自何时，列表随即更新。 */
export function useClaim(claim: ClaimAction) {
  const router = useRouter();
  const open = useOpen();
  const [failure, setFailure] = useState<ClaimFailure>();

  const take = useCallback(
    async (row: QueueRow, takeOverReason?: string): Promise<string | undefined> => {
      setFailure(undefined);
      const reply = await attempt(claim({ applicationId: row.id, ...(takeOverReason ? { takeOverReason } : {}) }));
      if (reply.ok) {
        open(casePath(row));
        return undefined;
      }
      router.refresh();
      if (takeOverReason === undefined) setFailure({ row, message: reply.message, held: reply.code === "conflict" });
      return reply.message;
    },
    [claim, open, router],
  );

  return { failure, take };
}
