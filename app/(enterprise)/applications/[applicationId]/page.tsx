import type { Metadata } from "next";
import { TaskList } from "@/components/application/TaskList";
import { orNotFound } from "@/lib/actions/or-not-found";
import { listDocumentsOfCase } from "@/lib/services/documents/list-case-documents";
import { openApplication } from "./open-application";
import { sectionActions } from "./section-actions";

type Props = { params: Promise<{ applicationId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { facts } = await openApplication((await params).applicationId);
  return { title: `${facts.label} ${facts.number}` };
}

/** 一份申请的目录页：走到哪一步，哪些页要填、要改，已填的全部内容。 */
export default async function ApplicationPage({ params }: Props) {
  const { actor, facts } = await openApplication((await params).applicationId);
  const documents = await orNotFound(listDocumentsOfCase(actor, facts.applicationId));
  return <TaskList facts={facts} discard={sectionActions.discard} documents={documents} />;
}
