import { db } from "@/lib/data/client";
import { findDocumentByNumber } from "@/lib/data/documents";
import { type CheckedDocument, normaliseCheckCode, normaliseDocumentNumber } from "@/lib/licensing/documents/check";
import { frozenContent } from "./readable-document";

const MAX_LENGTH = 80;

/** 公开核对一份文书：编号与印在上面的校验码都对，才说出它是什么；查不到也是一种答复。 */
export async function checkDocument(number: string, code: string): Promise<CheckedDocument | undefined> {
  const [sought, start] = [normaliseDocumentNumber(number.slice(0, MAX_LENGTH)), normaliseCheckCode(code.slice(0, MAX_LENGTH))];
  if (sought === "" || start === "") return undefined;
  const found = await findDocumentByNumber(db(), sought);
  if (!found?.digest.startsWith(start)) return undefined;
  const { title, office, addressee, issuedOn } = frozenContent(found);
  return { title, number: found.number, office, addressee: addressee.name, issuedOn };
}
