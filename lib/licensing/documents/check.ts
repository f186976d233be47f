import { withoutControls } from "@/lib/forms/plain-text";

/** 校验码取散列的前几位；印在每一页上，没有文书的人猜不到。 */
const LENGTH = 8;

export const checkCodeOf = (digest: string): string => digest.slice(0, LENGTH);

/** 人会怎样写文书编号：各种括号、空格都认。 */
export function normaliseDocumentNumber(value: string): string {
  return withoutControls(value.normalize("NFKC")).replace(/\s/g, "").replace(/[[【(﹝]/g, "〔").replace(/[\]】)﹞]/g, "〕");
}

/** 校验码不分大小写，抄全了整个散列也可以；不像的为空。 */
export function normaliseCheckCode(value: string): string {
  const code = withoutControls(value.normalize("NFKC")).replace(/\s/g, "").toLowerCase();
  return new RegExp(`^[0-9a-f]{${LENGTH},64}$`).test(code) ? code : "";
}

/** 公开核对的答复：有这份文书，给出它的几项；没有的不说是编号不对还是校验码不对。 */
export interface CheckedDocument {
  title: string;
  number: string;
  office: string;
  addressee: string;
  issuedOn: string;
}
