import type { DocumentRow } from "@/lib/licensing/documents/views";

type Named = Pick<DocumentRow, "id" | "kindWord" | "number">;

/** 打开一份文书的地址。 */
export const documentPath = (id: string): string => `/api/documents/${id}`;

/** 查看与下载；都直接到文书本身，企业打开即算收到。内网另有送达回证。 */
export function DocumentLinks({ document: { id, kindWord, number }, receipt = false }: { document: Named; receipt?: boolean }) {
  const about = <span className="sr">：{kindWord}{number}</span>;
  return (
    <>
      <a className="link" href={documentPath(id)} target="_blank" rel="noreferrer">查看{about}</a>{" "}
      <a className="link" href={`${documentPath(id)}?download=1`} download>下载{about}</a>
      {receipt && <>{" "}<a className="link" href={`${documentPath(id)}/receipt.pdf`} target="_blank" rel="noreferrer">送达回证{about}</a></>}
    </>
  );
}
