import type { Section } from "@/lib/forms/definition";
import type { LicensingContext } from "../context";
import { applicationCategory } from "./application-category";
import { basicInformation } from "./basic-information";
import { cancellationSection } from "./cancellation";
import { changeApplicant } from "./change-applicant";
import { changeAttachments } from "./change-attachments";
import { departure } from "./departure";
import { divisionInformation, divisionType } from "./division";
import { entry } from "./entry";
import { safetyLead, technicalLead } from "./leads";
import { mergerType } from "./merger";
import { particularsChangesSection } from "./particulars-changes";
import { performance } from "./performance";
import { performanceOfHolder } from "./performance-of-holder";
import { reissueSection } from "./reissue";
import { renewalInformation } from "./renewal-information";
import { scopeChangeInformation } from "./scope-change-information";
import { skilledWorkers } from "./skilled-workers";
import { technicians } from "./technicians";

/** 各业务要填的页签，几个业务共用的只有一份；浏览器打开一个页签时只载入它自己的声明，名称即那一份。 */
export const sectionTabs = {
  "application-category": applicationCategory,
  "basic-information": basicInformation,
  "technical-lead": technicalLead,
  "safety-lead": safetyLead,
  technicians,
  "skilled-workers": skilledWorkers,
  performance,
  "change-applicant": changeApplicant,
  "particulars-changes": particularsChangesSection,
  "change-attachments": changeAttachments,
  reissue: reissueSection,
  cancellation: cancellationSection,
  "scope-change-information": scopeChangeInformation,
  "performance-of-holder": performanceOfHolder,
  "renewal-information": renewalInformation,
  departure,
  entry,
  "division-type": divisionType,
  "division-information": divisionInformation,
  "merger-type": mergerType,
} satisfies Record<string, Section<LicensingContext>>;

export type SectionTabName = keyof typeof sectionTabs;

/** 一个页签的那一份；没有的连同整份业务一起载入。 */
export function findSectionTab(section: Section<LicensingContext>): SectionTabName | undefined {
  return (Object.keys(sectionTabs) as SectionTabName[]).find((name) => sectionTabs[name] === section);
}
