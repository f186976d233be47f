"use server";

import { defineAction } from "@/lib/actions/define-action";
import { changeCalendar, ChangeCalendarInput, HolidayYearInput, previewCalendar } from "@/lib/services/settings/calendar";

export const previewCalendarAction = defineAction(HolidayYearInput, previewCalendar);

export const changeCalendarAction = defineAction(ChangeCalendarInput, changeCalendar);
