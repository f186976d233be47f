import { getStaff } from "@/lib/services/accounts/list-staff";
import { getHandlingDays } from "@/lib/services/evaluation/bad-ratings/handling-days";
import { getCalendar } from "@/lib/services/settings/calendar";
import { listOffices } from "@/lib/services/settings/manage-offices";
import { getSettings } from "@/lib/services/settings/manage-settings";
import { staffNamed, type World } from "./world";

const administrator = (world: World) => staffNamed(world, "administrator");
const versionIn = (rows: readonly { code: string; version: string }[], code: string): string => rows.find((row) => row.code === code)?.version ?? "";

/** 系统管理员此刻在页面上所见的版次，改的时候带回。 */
export const seen = {
  days: async (world: World): Promise<string> => (await getHandlingDays(administrator(world))).version,
  year: async (world: World, year: number): Promise<string> => (await getCalendar(administrator(world), year)).chosen.version,
  contact: async (world: World, code: string): Promise<string> => versionIn(await listOffices(administrator(world)), code),
  staff: async (world: World, id: string): Promise<string> => (await getStaff(administrator(world), id).catch(() => ({ version: "" }))).version,
  digits: async (world: World, code: string): Promise<string> => versionIn((await getSettings(administrator(world))).offices, code),
};
