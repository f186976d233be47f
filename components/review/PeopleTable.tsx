"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { Link } from "@/components/ui/Link";
import { Message } from "@/components/ui/Message";
import { Status } from "@/components/ui/Status";
import { type Column, Table } from "@/components/ui/Table";
import type { QueuePerson } from "@/lib/licensing/queue-views";
import { awayWord } from "@/lib/terms/queue";
import { AbsenceDialog } from "./AbsenceDialog";
import { AssignDialog } from "./AssignDialog";
import type { PeopleActions } from "./queue-actions";
import { attempt } from "./types";

export interface PeopleTableProps {
  people: readonly QueuePerson[];
  actions: PeopleActions;
  /** 此人可以移交别人的案件、登记别人的外出。 */
  assigns: boolean;
  /** 此人办案，可以登记自己的外出。 */
  reviews: boolean;
}

type Asking = { person: QueuePerson; act: "absence" | "redistribute" };

/** 办案的人：岗位、手上的件数、外出；外出登记与移交。 */
export function PeopleTable({ people, actions, assigns, reviews }: PeopleTableProps) {
  const router = useRouter();
  const [asking, setAsking] = useState<Asking>();
  const [cancelling, setCancelling] = useState<string>();
  const [said, setSaid] = useState<{ tone: "good" | "bad"; words: string }>();

  function done(words: string) {
    setAsking(undefined);
    setSaid({ tone: "good", words });
    router.refresh();
  }

  async function cancel(id: string) {
    setCancelling(id);
    const reply = await attempt(actions.removeAbsence({ id }));
    // 取消了的一直按不动，到列表换新
    if (!reply.ok) setCancelling(undefined);
    setSaid(reply.ok ? { tone: "good", words: `已取消${awayWord}` } : { tone: "bad", words: reply.message });
    router.refresh();
  }

  const mayRecord = (person: QueuePerson): boolean => assigns || (person.own && reviews);
  const columns = columnsOf({ mayRecord, assigns, ask: setAsking, cancelling, cancel: (id) => void cancel(id) });
  return (
    <>
      {said && <div className="pb"><Message tone={said.tone} announce>{said.words}</Message></div>}
      <Table caption="本机构办理案件的人" rows={people} rowKey={({ id }) => id} columns={columns} empty={<EmptyState>本机构还没有办理案件的人。</EmptyState>} />
      {asking?.act === "absence" && <AbsenceDialog person={asking.person} record={actions.recordAbsence} onClose={() => setAsking(undefined)} onDone={() => done(`已登记${asking.person.name}${awayWord}`)} />}
      {asking?.act === "redistribute" && (
        <AssignDialog title={`移交${asking.person.name}的 ${asking.person.held} 件`} verb="移交" colleagues={people.filter(({ id }) => id !== asking.person.id)}
          assign={(given) => actions.redistribute({ ...given, fromId: asking.person.id })} onClose={() => setAsking(undefined)} onDone={done} />
      )}
    </>
  );
}

interface Commands {
  mayRecord: (person: QueuePerson) => boolean;
  assigns: boolean;
  ask: (asking: Asking) => void;
  /** 正在取消的外出。 */
  cancelling: string | undefined;
  cancel: (id: string) => void;
}

function columnsOf({ mayRecord, assigns, ask, cancelling, cancel }: Commands): Column<QueuePerson>[] {
  return [
    { key: "name", head: "姓名", rowHead: true, cell: (person) => <>{person.name} {person.awayUntil && <Status tone="warn">{awayWord}</Status>}</> },
    { key: "posts", head: "岗位", cell: ({ posts }) => posts },
    { key: "held", head: "在办", num: true, phoneLabel: "在办", cell: ({ id, held }) => (held > 0 ? <Link href={`/admin/queue?holder=${id}`}>{held} 件</Link> : <span className="soft">0 件</span>) },
    {
      key: "absences",
      head: awayWord,
      phoneLabel: awayWord,
      cell: (person) =>
        person.absences.length === 0 ? <span className="soft">—</span> : (
          <ul>
            {person.absences.map(({ id, fromOn, untilOn, note }) => (
              <li key={id}>
                {fromOn} 至 {untilOn}{note && <span className="soft">（{note}）</span>}{" "}
                {mayRecord(person) && <Button kind="link" about={`${person.name} ${fromOn}`} blocked={cancelling === id ? "正在处理" : undefined} onClick={() => cancel(id)}>取消</Button>}
              </li>
            ))}
          </ul>
        ),
    },
    {
      key: "act",
      head: "操作",
      act: true,
      cell: (person) => (
        <>
          {mayRecord(person) && <Button kind="link" about={person.name} onClick={() => ask({ person, act: "absence" })}>登记{awayWord}</Button>}
          {assigns && person.held > 0 && <Button kind="link" about={person.name} onClick={() => ask({ person, act: "redistribute" })}>移交</Button>}
        </>
      ),
    },
  ];
}
