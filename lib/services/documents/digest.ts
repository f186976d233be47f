import { createHash } from "node:crypto";
import { canonicalContent } from "@/lib/licensing/documents/content";

/** 内容的散列：印在文书上，打开时核对。 */
export const digestOf = (content: unknown): string => createHash("sha256").update(canonicalContent(content)).digest("hex");
