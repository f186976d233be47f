import type { Metadata } from "next";
import { PeopleTable } from "@/components/review/PeopleTable";
import { Facts, PageHead } from "@/components/ui/PageHead";
import { Panel } from "@/components/ui/Panel";
import { can } from "@/lib/access/can";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { getOffice } from "@/lib/licensing/offices";
import { listQueuePeople } from "@/lib/services/review/absences";
import { recordAbsenceAction, redistributeAction, removeAbsenceAction } from "../actions";

export const metadata: Metadata = { title: "人员与外出" };

const actions = { redistribute: redistributeAction, recordAbsence: recordAbsenceAction, removeAbsence: removeAbsenceAction };

/** 本机构办案的人：手上的件数、外出；签发岗与系统管理员可以移交。 */
export default async function PeoplePage() {
  const actor = await requireStaffActor();
  const people = await orNotFound(listQueuePeople(actor));
  return (
    <div className="wrap stack queue">
      <PageHead title="人员与外出" facts={<Facts items={[getOffice(actor.officeCode).name]} />} />
      <Panel flush>
        <PeopleTable people={people} actions={actions} assigns={can(actor, "case.assign", { officeCode: actor.officeCode })} reviews={can(actor, "application.review", { officeCode: actor.officeCode })} />
      </Panel>
    </div>
  );
}
