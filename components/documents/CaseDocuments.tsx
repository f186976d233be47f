import type { Act } from "@/components/account/reply";
import { ButtonLink } from "@/components/ui/Button";
import { Panel } from "@/components/ui/Panel";
import type { DocumentRow } from "@/lib/licensing/documents/views";
import { formatChineseDate } from "@/lib/workflow/iso-date";
import { DeliveryStatus } from "./DeliveryStatus";
import { DocumentLinks } from "./DocumentLinks";
import { type DeliveryCommand, RegisterDelivery } from "./RegisterDelivery";

/** 内网案件页、任务页上的文书：送达没有，登记送达，打印送达回证。 */
export function CaseDocuments({ documents, register, id = "documents" }: { documents: readonly DocumentRow[]; register: Act<DeliveryCommand>; id?: string }) {
  return (
    <Panel id={id} title="文书" aside={<ButtonLink slim href="/admin/documents">本机构文书</ButtonLink>}>
      {documents.length === 0 && <p className="soft">还没有出具文书。</p>}
      <ul className="document-list">
        {documents.map((document) => (
          <li key={document.id}>
            <p><b>{document.kindWord}</b> <DeliveryStatus document={document} /></p>
            <p className="soft small">{document.number}，{formatChineseDate(document.issuedOn)}，{document.issuedBy}；{document.delivery}</p>
            <div className="links">
              <DocumentLinks document={document} receipt />{" "}
              {document.recordable && <RegisterDelivery document={document} register={register} />}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
