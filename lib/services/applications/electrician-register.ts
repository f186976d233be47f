import { type ClaimOwner, claimElectricians, freeElectricians } from "@/lib/data/claims";
import type { SqlClient } from "@/lib/data/client";
import type { SectionAnswers } from "@/lib/forms/answers";
import type { Section } from "@/lib/forms/definition";
import type { Issue } from "@/lib/forms/issue";
import { electriciansIn, type Projection } from "@/lib/forms/projection";
import type { LicensingContext } from "@/lib/licensing/context";
import { usedElsewhere } from "./refused-rows";

type LicensingSection = Section<LicensingContext>;

/** 在 to 里而不在 from 里的电工。 */
function added(section: LicensingSection, from: SectionAnswers, to: SectionAnswers): Projection[] {
  const held = new Set(electriciansIn(section, from).map((electrician) => electrician.value));
  return electriciansIn(section, to).filter((electrician) => !held.has(electrician.value));
}

/** 这次保存是否动了身份证号码的登记：多了人或少了人。 */
export function changesRegister(section: LicensingSection, before: SectionAnswers, after: SectionAnswers): boolean {
  const [was, is] = [before, after].map((answers) => new Set(electriciansIn(section, answers).map((electrician) => electrician.value))) as [Set<string>, Set<string>];
  return was.size !== is.size || [...is].some((value) => !was.has(value));
}

/** 登记新出现的电工；登记不到的（别家在用）各得一条不符。 */
export async function claimNew(client: SqlClient, owner: ClaimOwner, section: LicensingSection, before: SectionAnswers, after: SectionAnswers): Promise<Issue[]> {
  const wanted = added(section, before, after);
  const taken = await claimElectricians(client, owner, wanted.map((electrician) => electrician.value));
  return wanted
    .filter((electrician) => !taken.has(electrician.value))
    .map(({ table, rowId, field }) => usedElsewhere({ section: section.key, table, row: rowId, field }));
}

/** 释放不再出现的电工。 */
export function freeRemoved(client: SqlClient, caseId: string, section: LicensingSection, before: SectionAnswers, after: SectionAnswers): Promise<void> {
  return freeElectricians(client, caseId, added(section, after, before).map((electrician) => electrician.value));
}
