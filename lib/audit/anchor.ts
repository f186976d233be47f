import type { ChainHead } from "./views";

/** 抄下来的样子：环的序号、短横、散列。 */
export const anchorText = ({ seq, hash }: ChainHead): string => `${seq}-${hash}`;

/** 抄写的人可以只抄前十六位。 */
const written = /^(\d{1,15})\s*[-—–:：\s]\s*([0-9a-f]{16,64})$/;

/** 认出抄下的链首；认不出为 undefined。 */
export function parseAnchor(text: string): ChainHead | undefined {
  const [, seq, hash] = written.exec(text.normalize("NFKC").trim().toLowerCase()) ?? [];
  return seq && hash ? { seq: Number(seq), hash } : undefined;
}

/** 抄下的与链上的是不是同一个。 */
export const isSameHead = (noted: ChainHead, found: ChainHead): boolean => noted.seq === found.seq && found.hash.startsWith(noted.hash);
