import type { Actor } from "@/lib/access/actor";
import { Refusal } from "@/lib/access/refusal";
import { getStaff } from "@/lib/services/accounts/list-staff";
import { getHandlingDays } from "@/lib/services/evaluation/bad-ratings/handling-days";
import { getCalendar } from "@/lib/services/settings/calendar";
import { listOffices } from "@/lib/services/settings/manage-offices";
import { getSettings } from "@/lib/services/settings/manage-settings";

const versionIn = (rows: readonly { code: string; version: string }[], code: string): string => rows.find((row) => row.code === code)?.version ?? "";

/** 系统管理员此刻在页面上所见的版次，改的时候带回。 */
export const seen = {
  days: async (administrator: Actor): Promise<string> => (await getHandlingDays(administrator)).version,
  year: async (administrator: Actor, year: number): Promise<string> => (await getCalendar(administrator, year)).chosen.version,
  contact: async (administrator: Actor, code: string): Promise<string> => versionIn(await listOffices(administrator), code),
  /** 没有这个人的，没有版次。 */
  staff: async (administrator: Actor, id: string): Promise<string> =>
    getStaff(administrator, id).then(({ version }) => version, (error: unknown) => {
      if (error instanceof Refusal && error.code === "notFound") return "";
      throw error;
    }),
  digits: async (administrator: Actor, code: string): Promise<string> => versionIn((await getSettings(administrator)).offices, code),
};
