import type { Metadata } from "next";
import { TodoPanel } from "@/components/application/home/TodoPanel";
import { PageHead } from "@/components/ui/PageHead";
import { requireEnterpriseActor } from "@/lib/auth/current-actor";
import { listTodos } from "@/lib/services/communication/messages";

export const metadata: Metadata = { title: "好差评" };

/** 好差评服务：待评价的各件，从业务菜单进来。 */
export default async function EvaluationsPage() {
  const todos = await listTodos(await requireEnterpriseActor());
  return (
    <div className="wrap stack">
      <PageHead title="好差评" />
      <TodoPanel todos={todos.filter(({ kind }) => kind === "evaluation")} drafts={[]} title="待评价" empty="现在没有待评价的业务；业务办结后可以在这里评价。" />
    </div>
  );
}
