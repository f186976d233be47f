import type { StaffRoleCode } from "@/lib/terms/roles";

/** 哪些岗位的人可以去现场核查。 */
export const officialRoles: readonly StaffRoleCode[] = ["intake", "examiner", "secondReviewer", "signer"];
