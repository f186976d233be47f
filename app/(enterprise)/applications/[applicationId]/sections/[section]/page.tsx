import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SectionScreen } from "@/components/application/SectionScreen";
import { findSection } from "@/lib/forms/business";
import { getBusiness } from "@/lib/licensing/businesses";
import { openApplication } from "../../open-application";
import { sectionActions } from "../../section-actions";

type Props = { params: Promise<{ applicationId: string; section: string }> };

async function open({ params }: Props) {
  const { applicationId, section: key } = await params;
  const { actor, facts } = await openApplication(applicationId);
  const section = findSection(getBusiness(facts.business), key);
  if (!section) notFound();
  return { actor, facts, section };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { facts, section } = await open(props);
  return { title: `${section.label} · ${facts.label}` };
}

/** 一份申请的一个页签；各业务、各页签都是这一页。 */
export default async function SectionPage(props: Props) {
  const { actor, facts, section } = await open(props);
  return <SectionScreen key={section.key} facts={facts} sectionKey={section.key} accountId={actor.accountId} actions={sectionActions} />;
}
