"use server";

import { redirect } from "next/navigation";
import { defineAction } from "@/lib/actions/define-action";
import { getBusiness } from "@/lib/licensing/businesses";
import { listProcedures, ListProceduresInput } from "@/lib/services/credit/list-procedures";
import { StartApplicationInput, startApplication } from "@/lib/services/applications/start-application";

/** 开始办理：建好草稿（或接着已有的），进入第一个页签。 */
export const startApplicationAction = defineAction(StartApplicationInput, async (actor, input) => {
  const { applicationId } = await startApplication(actor, input);
  redirect(`/applications/${applicationId}/sections/${getBusiness(input.business).sections[0]?.key}`);
});

/** 点开一个业务：问信用接口，可以选哪些办理方式。 */
export const listProceduresAction = defineAction(ListProceduresInput, listProcedures);
