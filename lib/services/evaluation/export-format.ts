import * as z from "zod";
import { Refusal } from "@/lib/access/refusal";

export const ExportFormat = z.enum(["xlsx", "csv"]);
export type ExportFormat = z.infer<typeof ExportFormat>;

export interface Exported {
  name: string;
  mediaType: string;
  bytes: Buffer;
}

const mediaTypes: Record<ExportFormat, string> = { xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", csv: "text/csv; charset=utf-8" };

/** 地址里写的格式。 */
export function parseFormat(format: string | null): ExportFormat {
  const parsed = ExportFormat.safeParse(format);
  if (!parsed.success) throw new Refusal("invalid", "请选择导出为 xlsx 或 csv");
  return parsed.data;
}

export const exportedAs = (format: ExportFormat, name: string, bytes: Buffer): Exported => ({ name: `${name}.${format}`, mediaType: mediaTypes[format], bytes });
