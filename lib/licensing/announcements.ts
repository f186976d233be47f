import type { NoticeAudienceCode, NoticeStateCode } from "@/lib/terms/notices";

/** A piece of a paragraph: plain words, or an address that can be followed. */
export interface NoticePiece {
  text: string;
  href?: string;
}

/** Addresses of the web as people write them; the punctuation after one is not part of it. */
const address = /https?:\/\/[^\s<>"'，。；：、！？（）《》“”]+/g;
const trailing = /[.,;:!?)]+$/;

/** The body of a notice as paragraphs; nothing in it is ever read as markup. */
export function noticeParagraphs(body: string): NoticePiece[][] {
  return body.split(/\r?\n/).map((line) => line.trim()).filter(Boolean).map(piecesOf);
}

function piecesOf(line: string): NoticePiece[] {
  const pieces: NoticePiece[] = [];
  let end = 0;
  for (const match of line.matchAll(address)) {
    const text = match[0].replace(trailing, "");
    if (!isAddress(text)) continue;
    if (match.index > end) pieces.push({ text: line.slice(end, match.index) });
    pieces.push({ text, href: text });
    end = match.index + text.length;
  }
  if (end < line.length) pieces.push({ text: line.slice(end) });
  return pieces;
}

const isAddress = (text: string): boolean => URL.canParse(text) && /^https?:\/\/[^/]+\.[^/]+/.test(text);

/** A notice as the administrator's list shows it. */
export interface NoticeDeskRow {
  id: string;
  title: string;
  state: NoticeStateCode;
  /** Published, but not yet to be seen. */
  scheduled: boolean;
  stateWord: string;
  audience: NoticeAudienceCode;
  audienceWord: string;
  pinned: boolean;
  publishedAt: string;
  createdBy: string;
}

/** A notice as its form shows it. */
export interface NoticeDeskView extends NoticeDeskRow {
  body: string;
  officeCode: string;
  revision: number;
  withdrawReason: string;
  /** 仍是草稿时打算公布的日期；立即公布的为空。 */
  publishOn: string;
}
