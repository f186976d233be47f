import type { Answers } from "@/lib/forms/answers";
import { type EngagedPerson, peopleOf } from "../people";
import { joiningOf } from "./change";

/** 一份申请写着、准予之后要在册的全部人员：各页签的，与人员变更里入职的。 */
export function peopleNamed(answers: Answers): EngagedPerson[] {
  const joining = joiningOf(answers);
  return [...peopleOf(answers), ...(joining ? [joining] : [])];
}
