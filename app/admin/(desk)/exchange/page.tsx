import type { Metadata } from "next";
import { ExchangeClients } from "@/components/evaluation/ExchangeClients";
import { SatisfactionSetting } from "@/components/evaluation/SatisfactionSetting";
import { Message } from "@/components/ui/Message";
import { PageHead } from "@/components/ui/PageHead";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { listExchangeClients } from "@/lib/services/evaluation/exchange/clients";
import { getSatisfaction } from "@/lib/services/evaluation/figures/satisfaction";
import { addExchangeClientAction, chooseSatisfactionAction, revokeExchangeClientAction } from "./actions";

export const metadata: Metadata = { title: "数据交换" };

/** 评价的数据交换：登记对方、停用；满意率的口径也在这里。只给系统管理员。 */
export default async function ExchangePage() {
  const actor = await requireStaffActor();
  const [clients, satisfiedFrom] = await Promise.all([orNotFound(listExchangeClients(actor)), orNotFound(getSatisfaction(actor))]);
  return (
    <div className="wrap stack">
      <PageHead title="数据交换" />
      <Message>
        对方凭密钥签名，按变动先后取走好差评数据；手机号码不在其中。签名的算法与全部字段见<a className="link" href="/api/openapi" download="openapi.json">接口说明（OpenAPI 3.1）</a>。
      </Message>
      <ExchangeClients clients={clients} add={addExchangeClientAction} revoke={revokeExchangeClientAction} />
      <SatisfactionSetting current={satisfiedFrom} choose={chooseSatisfactionAction} />
    </div>
  );
}
