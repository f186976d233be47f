import { ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { Panel } from "@/components/ui/Panel";
import type { TodoRow } from "@/lib/licensing/message-views";
import type { ApplicationRow } from "@/lib/licensing/views";
import { leftInWords } from "../ApplicationStatus";
import { momentOf, shortDate } from "../moments";

const go: Readonly<Record<string, string>> = {
  correction: "去补正", evaluation: "去评价", deferredMaterial: "去补齐", rectification: "去整改", renewal: "去延续", counterpartyConfirmation: "去确认",
};

/** 待办：有期限的在先，其次是没写完的草稿。 */
export function TodoPanel({ todos, drafts, title = "待办", empty = "现在没有要办的事。" }: { todos: readonly TodoRow[]; drafts: readonly ApplicationRow[]; title?: string; empty?: string }) {
  const count = todos.length + drafts.length;
  return (
    <Panel id="todo" title={count > 0 ? `${title} ${count} 项` : title} flush>
      {count === 0 && <EmptyState>{empty}</EmptyState>}
      <ul className="todo">
        {todos.map((todo) => (
          <TodoLine key={todo.id} todo={todo} />
        ))}
        {drafts.map((row) => (
          <li key={row.applicationId}>
            <p className="when">
              <b>草稿</b>
            </p>
            <p>
              {row.label}，尚未提交
              <br />
              <span className="soft small">
                {row.updatedBy} {momentOf(row.updatedAt)} 保存
              </span>
            </p>
            <ButtonLink href={`/applications/${row.applicationId}`} about={`：${row.label}`}>
              继续填写
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function TodoLine({ todo }: { todo: TodoRow }) {
  // 评不评由企业，不催
  const optional = todo.kind === "evaluation";
  const urgent = todo.dueOn !== undefined && !optional;
  return (
    <li>
      <p className="when">
        <b className={urgent ? "warn-t" : undefined}>{todo.dueOn ? `${shortDate(todo.dueOn)}${todo.dueProvisional ? "（暂定）" : ""}前` : todo.kindWord}</b>
        {optional && <span className="soft small">选做</span>}
        {urgent && todo.remainingWorkingDays !== undefined && <span className="warn-t small">{leftInWords(todo.remainingWorkingDays)}</span>}
      </p>
      <p>
        {todo.title}
        <br />
        <span className="soft small">{todo.detail}</span>
        {todo.paused && <><br /><span className="small">{todo.paused}</span></>}
      </p>
      <ButtonLink kind={urgent ? "primary" : "plain"} href={todo.href} about={`：${todo.detail}`}>
        {go[todo.kind] ?? "去办理"}
      </ButtonLink>
    </li>
  );
}
