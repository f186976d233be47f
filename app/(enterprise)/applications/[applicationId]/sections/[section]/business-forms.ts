"use client";

import type { WholeForm } from "@/components/application/use-whole-form";
import type { BusinessCode } from "@/lib/terms/businesses";

/** 每个业务一份；一个业务的申请不带别的业务的声明。与 lib/licensing/businesses 一一对应。 */
export const formLoaders: Partial<Record<BusinessCode, () => Promise<WholeForm>>> = {
  "new-licence": () => import("@/lib/licensing/businesses/new-licence").then((module) => module.newLicence),
  "registration-change": () => import("@/lib/licensing/businesses/registration-change").then((module) => module.registrationChange),
  reissue: () => import("@/lib/licensing/businesses/reissue").then((module) => module.reissue),
  cancellation: () => import("@/lib/licensing/businesses/cancellation").then((module) => module.cancellation),
  "scope-change": () => import("@/lib/licensing/businesses/scope-change").then((module) => module.scopeChange),
  renewal: () => import("@/lib/licensing/businesses/renewal").then((module) => module.renewal),
  "personnel-change": () => import("@/lib/licensing/businesses/personnel-change").then((module) => module.personnelChange),
  division: () => import("@/lib/licensing/businesses/division").then((module) => module.division),
  merger: () => import("@/lib/licensing/businesses/merger").then((module) => module.merger),
};
