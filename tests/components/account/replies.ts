import { vi } from "vitest";
import type { Reply } from "@/components/account/reply";

/** 答「好」的动作。 */
export const done = <T>(value: T) => vi.fn(async (_input: unknown): Promise<Reply<T>> => ({ ok: true, value }));

/** 退回的动作，逐字段说明。 */
export const refusing = <T>(fields: Record<string, string>, message = "有 1 处需要修改", code = "invalid") =>
  vi.fn(async (_input: unknown): Promise<Reply<T>> => ({ ok: false, code, message, fields }));
