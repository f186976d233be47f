import { cancellationCourses } from "./cancellation";
import type { Course } from "./course";
import { newLicenceCourses } from "./new-licence";
import { personnelChangeCourses } from "./personnel-change";
import { procedureCourses } from "./procedures";
import { registrationChangeCourses } from "./registration-change";
import { reorganisationCourses } from "./reorganisation";
import { reissueCourses } from "./reissue";
import { renewalCourses } from "./renewal";
import { scopeChangeCourses } from "./scope-change";

/** 可以造出的案件；名称就是命令的参数。 */
export const courses: Record<string, Course> = {
  ...newLicenceCourses,
  ...registrationChangeCourses,
  ...reissueCourses,
  ...renewalCourses,
  ...scopeChangeCourses,
  ...reorganisationCourses,
  ...cancellationCourses,
  ...personnelChangeCourses,
  ...procedureCourses,
};
