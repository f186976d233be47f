import type { Metadata } from "next";
import { History } from "@/components/application/History";
import { orNotFound } from "@/lib/actions/or-not-found";
import { getHistory } from "@/lib/services/applications/get-history";
import { listDocumentsOfCase } from "@/lib/services/documents/list-case-documents";
import { openApplication } from "../open-application";

type Props = { params: Promise<{ applicationId: string }> };

export const metadata: Metadata = { title: "办理经过" };

/** 一份申请的经过，与每一轮提交时冻结的内容。 */
export default async function HistoryPage({ params }: Props) {
  const { actor, facts } = await openApplication((await params).applicationId);
  const [history, documents] = await Promise.all([orNotFound(getHistory(actor, facts.applicationId)), orNotFound(listDocumentsOfCase(actor, facts.applicationId))]);
  return <History facts={facts} history={history} documents={documents} />;
}
