import * as z from "zod";
import { isJson, isJsonRecord, type Json, type SectionAnswers } from "./answers";
import { MAX_ROWS, ROW_ID } from "./draft";

/*
 * 请求里的改动要过的模式。只有服务端用它：浏览器不必为它带上校验库。
 * 改动怎样得出、怎样合并见 patch.ts。
 */
const KEY = z.string().max(60);
const JsonValue = z.custom<Json>((value) => isJson(value));
const JsonRecord = z.custom<SectionAnswers>(isJsonRecord);

export const RowId = z.string().regex(ROW_ID);

/**
 * 一次保存只带改动：每处改动带着「改之前我看到的值」。
 * 库里仍是那个值就写入；已被别人改过的算冲突，绝不悄悄覆盖；不相干的改动自然合并。
 */
export const SectionPatch = z.object({
  fields: z.array(z.object({ key: KEY, from: JsonValue, to: JsonValue })).max(200),
  rows: z.array(z.object({ table: KEY, rowId: RowId, from: z.nullable(JsonRecord), to: z.nullable(JsonRecord) })).max(MAX_ROWS),
});

export type SectionPatch = z.infer<typeof SectionPatch>;
