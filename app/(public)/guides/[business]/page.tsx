import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Guide } from "@/components/application/Guide";
import { StartForm } from "@/components/application/StartForm";
import { ButtonLink } from "@/components/ui/Button";
import { actorBeforePassword } from "@/lib/auth/current-actor";
import { loginPath } from "@/lib/auth/login-path";
import { findBusiness } from "@/lib/licensing/businesses";
import { promisedDecision } from "@/lib/licensing/rule-sets/limits";
import { getRuleSet } from "@/lib/licensing/rule-sets";
import { listBusinesses } from "@/lib/services/applications/list-applications";
import { getSetting } from "@/lib/services/settings/settings";
import { today } from "@/lib/services/platform/clock";
import { businesses } from "@/lib/terms/businesses";
import { listProceduresAction, startApplicationAction } from "./actions";

type Props = { params: Promise<{ business: string }>; searchParams: Promise<{ start?: string }> };

async function open({ params }: Pick<Props, "params">) {
  const business = findBusiness((await params).business);
  if (!business) notFound();
  return business;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: `${businesses[(await open(props)).code]} · 办事指南` };
}

/** 开始之前：谁能办、要什么材料、要多久；登录后从这里开始填写。 */
export default async function GuidePage(props: Props) {
  const business = await open(props);
  const [actor, ruleSetId, now] = await Promise.all([actorBeforePassword(), getSetting("ruleSetId"), today()]);
  const path = `/guides/${business.code}`;
  const offer = actor.kind === "enterprise" ? (await listBusinesses(actor)).find((one) => one.business === business.code) : undefined;
  const start =
    actor.kind === "enterprise" && offer ? (
      <StartForm offer={offer} start={startApplicationAction} listProcedures={listProceduresAction} asked={(await props.searchParams).start !== undefined} />
    ) : (
      <ButtonLink kind="primary" href={loginPath("enterprise", path)}>
        登录后开始填写
      </ButtonLink>
    );
  return (
    <Guide business={business} label={businesses[business.code]} ruleSet={getRuleSet(ruleSetId)} today={now} decisionDays={promisedDecision(business.code).value} start={start} signedIn={actor.kind !== "public"} />
  );
}
