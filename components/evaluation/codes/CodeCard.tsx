"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { fullDayOf, fullMomentOf } from "@/components/application/moments";
import { Button } from "@/components/ui/Button";
import { Icon } from "@/components/ui/Icon";
import { Message } from "@/components/ui/Message";
import { TermList } from "@/components/ui/PageHead";
import { Panel } from "@/components/ui/Panel";
import type { CodeView } from "@/lib/evaluation/code-views";
import { qrAddress, ratingAddress } from "@/lib/evaluation/codes";
import { evaluationCodeKinds } from "@/lib/terms/evaluation";
import { RevokeDialog, type RevokeCode } from "./RevokeDialog";

/** 一个码：二维码图是到评价页的链接；下载、打印、撤销。 */
export function CodeCard({ code, revoke }: { code: CodeView; revoke: RevokeCode }) {
  const router = useRouter();
  const [leaving, setLeaving] = useState(false);

  function finish() {
    setLeaving(false);
    router.refresh();
  }

  return (
    <Panel title="二维码" id="code" aside={code.token && <Button kind="danger" slim onClick={() => setLeaving(true)}>撤销</Button>}>
      <div className="codecard">
        {code.token ? <Picture code={code} token={code.token} /> : <Gone code={code} />}
        <div className="stack">
          <TermList fold items={factsOf(code)} />
          {code.token && <Downloads code={code} token={code.token} />}
        </div>
      </div>
      {leaving && <RevokeDialog code={code} revoke={revoke} onClose={() => setLeaving(false)} onRevoked={finish} />}
    </Panel>
  );
}

function Picture({ code, token }: { code: CodeView; token: string }) {
  return (
    <a className="qrpic" href={ratingAddress(token)} target="_blank" rel="noreferrer">
      <img src={qrAddress(token, "svg")} alt={`${code.name}的评价二维码`} width={270} height={270} />
      <span>打开评价页 <Icon name="external" /></span>
    </a>
  );
}

const goneWords = { used: "这件申请已经评价过，二维码不再使用。", expired: "二维码已过期。", revoked: "二维码已撤销。" } as const;

function Gone({ code: { state, kind, revoked } }: { code: CodeView }) {
  if (state === "valid") return null;
  const again = kind === "visit" ? "需要时请在“一次一评”重新生成。" : "";
  return <Message tone={state === "used" ? "info" : "warn"} title={goneWords[state]}>{revoked ? `${fullMomentOf(revoked.at)} ${revoked.by}：${revoked.reason}` : state === "expired" ? again : ""}</Message>;
}

function factsOf(code: CodeView) {
  const matter = code.kind === "matter" ? [{ term: "企业", value: code.enterprise }, { term: "业务", value: code.business }] : [];
  return [
    ...matter,
    { term: "用法", value: `${evaluationCodeKinds[code.kind]}，${code.kind === "matter" ? "评价一次为止" : "可反复使用"}` },
    { term: "有效期至", value: fullDayOf(code.expiresAt) },
    { term: "生成", value: `${fullMomentOf(code.createdAt)} ${code.createdBy}` },
    { term: "码号", value: code.serial },
    ...(code.address ? [{ term: "评价地址", value: <span className="break-all">{code.address}</span> }] : []),
  ];
}

function Downloads({ code: { id, batch }, token }: { code: CodeView; token: string }) {
  const poster = `/api/evaluation-codes/${id}/poster.pdf`;
  return (
    <div className="btns no-print">
      <a className="btn primary" href={poster} download><Icon name="download" />海报（PDF）</a>
      <a className="btn" href={`${poster}?print`} target="_blank" rel="noreferrer"><Icon name="print" />打印</a>
      <a className="btn" href={`${qrAddress(token, "png")}?download`} download><Icon name="download" />PNG</a>
      <a className="btn" href={`${qrAddress(token, "svg")}?download`} download><Icon name="download" />SVG</a>
      {batch && <a className="btn" href={`/api/evaluation-codes/batches/${batch.id}/posters.pdf`} download>同批 {batch.count} 张海报（PDF）</a>}
    </div>
  );
}
