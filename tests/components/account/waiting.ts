import { act } from "@testing-library/react";
import { vi } from "vitest";
import type { Reply } from "@/components/account/reply";
import { lateAnswer } from "../late-answer";

/** 还没有答的动作：叫它答才答最近的一次。 */
export function waiting<T>() {
  let last = lateAnswer<Reply<T>>();
  const asked = vi.fn((_input: unknown) => (last = lateAnswer<Reply<T>>()).promise);
  return {
    asked,
    done: (value: T) => act(async () => last.arrive({ ok: true, value })),
    refuse: (message: string, code = "conflict") => act(async () => last.arrive({ ok: false, code, message, fields: {} })),
  };
}
