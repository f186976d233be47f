import { redirect } from "next/navigation";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { staffHome } from "@/lib/auth/staff-navigation";

/** 内网首页：各岗位直接到自己的第一个栏目。 */
export default async function DeskHome() {
  redirect(staffHome(await requireStaffActor()));
}
