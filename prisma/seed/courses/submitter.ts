import type { SectionAnswers } from "@/lib/forms/answers";

/** 法定代表人自己提交。 */
export const submitterOf = ({ name, idNo }: { name: string; idNo: string }): SectionAnswers => ({
  submitterType: "legalRepresentative", submitterName: name, submitterId: idNo,
});
