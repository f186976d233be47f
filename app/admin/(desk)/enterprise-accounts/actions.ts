"use server";

import { defineAction } from "@/lib/actions/define-action";
import {
  endEnterpriseSessions, EnterpriseAccountInput, EnterpriseStateInput, handOverEnterprise, HandOverInput, setEnterpriseAccountState,
} from "@/lib/services/accounts/enterprise-accounts";

export const setEnterpriseAccountStateAction = defineAction(EnterpriseStateInput, setEnterpriseAccountState);

export const endEnterpriseSessionsAction = defineAction(EnterpriseAccountInput, endEnterpriseSessions);

export const handOverAction = defineAction(HandOverInput, handOverEnterprise);
