import { notFound } from "next/navigation";
import { cache } from "react";
import * as z from "zod";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireEnterpriseActor } from "@/lib/auth/current-actor";
import { getApplication } from "@/lib/services/applications/get-application";

/** 页面与标题共用的一次读取；地址不对、别家的都是「没有这一页」。 */
export const openApplication = cache(async (applicationId: string) => {
  const id = z.uuid().safeParse(applicationId);
  if (!id.success) notFound();
  const actor = await requireEnterpriseActor();
  return { actor, facts: await orNotFound(getApplication(actor, id.data)) };
});
