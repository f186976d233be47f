import type { CaseMatch } from "@/lib/data/queue-conditions";
import { findEnterprisesCoded, findEnterprisesLike, findEnterprisesNamed } from "@/lib/data/queue-search";
import { numbersWithSerial } from "@/lib/licensing/case-number";
import { shanghaiDate } from "@/lib/workflow/iso-date";

/** 对得上的企业至多列举这么多；再多的在本机构的案件里逐件看名称。 */
const FEW = 200;

/** 相近的名称至多取这么多家。 */
const ALIKE = 50;

/** 名称不到三个字的，用不上三字索引。 */
const SHORTEST = 3;

/** 名称里夹着的空格不算字；编号、代码里的也不算。 */
const withoutSpaces = (text: string): string => text.replace(/\s+/g, "");

const isCode = (text: string): boolean => /^[\x21-\x7e]+$/.test(text);

/**
 * 查找框里的字对得上什么：案件编号的开头或者末尾的顺序号、企业名称的一段、统一社会信用代码与许可证编号的开头；
 * 都没有的，找名称相近的企业（写错或漏掉个别字）。
 */
export async function findMatches(officeCode: string, typed: string): Promise<CaseMatch> {
  const text = withoutSpaces(typed);
  const numbers = numbersWithSerial(officeCode, Number(shanghaiDate(new Date()).slice(0, 4)), text);
  const number = { ...(/\d/.test(text) || isCode(text) ? { numberPrefix: text.toUpperCase() } : {}), ...(numbers.length > 0 ? { numbers } : {}) };
  if ([...text].length < SHORTEST) return { ...number, enterpriseIds: await findEnterprisesCoded(text, FEW), namePart: text };
  const named = await findEnterprisesNamed(text, FEW);
  if (named.length > FEW) return { ...number, enterpriseIds: named.slice(0, FEW), namePart: text };
  if (named.length > 0 || isCode(text)) return { ...number, enterpriseIds: named };
  return { ...number, enterpriseIds: await findEnterprisesLike(officeCode, text, ALIKE) };
}
