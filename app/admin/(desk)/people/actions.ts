"use server";

import { defineAction } from "@/lib/actions/define-action";
import { changeStaff, ChangeStaffInput, endStaffSessions, resetSecondFactor, setStaffState, StaffStateInput } from "@/lib/services/accounts/change-staff";
import { createStaff, CreateStaffInput, resetStaffPassword, StaffInput } from "@/lib/services/accounts/staff-accounts";

export const createStaffAction = defineAction(CreateStaffInput, createStaff);

export const changeStaffAction = defineAction(ChangeStaffInput, changeStaff);

export const setStaffStateAction = defineAction(StaffStateInput, setStaffState);

export const resetStaffPasswordAction = defineAction(StaffInput, resetStaffPassword);

export const resetSecondFactorAction = defineAction(StaffInput, resetSecondFactor);

export const endStaffSessionsAction = defineAction(StaffInput, endStaffSessions);
