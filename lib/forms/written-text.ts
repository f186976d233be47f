import * as z from "zod";
import { withoutControls } from "./plain-text";

const tooShort = (label: string, least: number): string => `${label}至少 ${least} 个字`;

/** 要写明的一段字：空着、太短、太长各有一句话。 */
export const WrittenText = (label: string, least: number, most: number) =>
  z.string().max(most, `${label}最多 ${most} 个字`).transform((text) => withoutControls(text).trim())
    .refine((text) => text !== "", { error: `请填写${label}`, abort: true }).refine((text) => text.length >= least, tooShort(label, least));

/** 告诉企业、公众的理由：一个字说不清，至少两个字。 */
const LEAST_REASON = 2;

/** 告诉企业、公众的理由。 */
export const ToldReason = (most: number, label = "理由") => WrittenText(label, LEAST_REASON, most);

/** 要告诉企业的一段哪里不对：空着的说 missing，太短的照说；写得够的没有。 */
export function faultInReason(text: string, missing: string, label = "理由"): string | undefined {
  const said = text.trim();
  if (said === "") return missing;
  return said.length < LEAST_REASON ? tooShort(label, LEAST_REASON) : undefined;
}
