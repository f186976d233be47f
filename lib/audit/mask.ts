import { checkMobile, checkResidentId, maskId, maskMobile } from "@/lib/forms/identifiers";

const numbers = /(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])|(?<!\d)1\d{10}(?!\d)/g;

/** 文字里夹着的身份证号码、手机号码遮盖；写入时已遮盖过，这里再守一道。 */
export function maskNumbers(text: string): string {
  return text.replace(numbers, (found) => {
    if (found.length === 11) return checkMobile(found) ? found : maskMobile(found);
    return checkResidentId(found.toUpperCase()) ? found : maskId(found);
  });
}
