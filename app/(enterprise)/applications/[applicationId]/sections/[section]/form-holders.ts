"use client";

import dynamic from "next/dynamic";
import type { WholeForm } from "@/components/application/use-whole-form";
import type { BusinessCode } from "@/lib/terms/businesses";
import { type Holder, holding } from "./holder";

/** 每个业务整份的声明，随页面载入；只有一个页签的用不着，不带它。 */
export const formHolders: Partial<Record<BusinessCode, Holder<WholeForm>>> = {
  "new-licence": dynamic(() => import("@/lib/licensing/businesses/new-licence").then((module) => holding<WholeForm>(module.newLicence))),
  "registration-change": dynamic(() => import("@/lib/licensing/businesses/registration-change").then((module) => holding<WholeForm>(module.registrationChange))),
  reissue: dynamic(() => import("@/lib/licensing/businesses/reissue").then((module) => holding<WholeForm>(module.reissue))),
  cancellation: dynamic(() => import("@/lib/licensing/businesses/cancellation").then((module) => holding<WholeForm>(module.cancellation))),
  "scope-change": dynamic(() => import("@/lib/licensing/businesses/scope-change").then((module) => holding<WholeForm>(module.scopeChange))),
  renewal: dynamic(() => import("@/lib/licensing/businesses/renewal").then((module) => holding<WholeForm>(module.renewal))),
  "personnel-change": dynamic(() => import("@/lib/licensing/businesses/personnel-change").then((module) => holding<WholeForm>(module.personnelChange))),
  division: dynamic(() => import("@/lib/licensing/businesses/division").then((module) => holding<WholeForm>(module.division))),
  merger: dynamic(() => import("@/lib/licensing/businesses/merger").then((module) => holding<WholeForm>(module.merger))),
};
