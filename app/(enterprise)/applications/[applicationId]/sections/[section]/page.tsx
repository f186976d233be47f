import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { isOpen } from "@/components/application/directory-entries";
import { sectionStanding } from "@/components/application/section-standing";
import { findSection } from "@/lib/forms/business";
import { getBusiness } from "@/lib/licensing/businesses";
import { findSectionTab } from "@/lib/licensing/sections";
import { openApplication } from "../../open-application";
import { sectionActions } from "../../section-actions";
import { SectionTab } from "./section-tab";

type Props = { params: Promise<{ applicationId: string; section: string }> };

async function open({ params }: Props) {
  const { applicationId, section: key } = await params;
  const { actor, facts } = await openApplication(applicationId);
  const form = getBusiness(facts.business);
  const section = findSection(form, key);
  if (!section) notFound();
  return { actor, facts, form, section };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { facts, section } = await open(props);
  return { title: `${section.label} · ${facts.label}` };
}

/** 一份申请的一个页签；各业务、各页签都是这一页。 */
export default async function SectionPage(props: Props) {
  const { actor, facts, form, section } = await open(props);
  const standing = sectionStanding(form, facts, section.key);
  const locked = standing.entries.some((entry) => entry.current && entry.state === "locked");
  const tab = isOpen(facts, section.key) && !locked ? findSectionTab(section) : undefined;
  return <SectionTab key={section.key} facts={facts} sectionKey={section.key} tab={tab} standing={standing} accountId={actor.accountId} actions={sectionActions} />;
}
