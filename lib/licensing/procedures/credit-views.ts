import type { CellFault } from "@/lib/forms/spreadsheet";
import type { CreditGradeCode, PilotAreaKind } from "@/lib/terms/credit";

/** 一段限制期，给人看的。 */
export interface RestrictionView {
  id: string;
  kindWord: string;
  fromOn: string;
  untilOn: string;
  reason: string;
  /** 今天仍在期内。 */
  active: boolean;
}

/** 信用登记的一行。 */
export interface CreditRecordRow {
  uscc: string;
  /** 没有注册的为空串。 */
  name: string;
  grade: CreditGradeCode;
  gradeWord: string;
  pilotZone: boolean;
  commitmentRegion: boolean;
  deferralDefaults: string[];
  restrictions: RestrictionView[];
  updatedAt: string;
  updatedBy: string;
  /** 所见的内容；改的时候带回，据此认出别人先改过。 */
  version: string;
}

/** 导入的结果；applied 为假的只是检查。 */
export interface CreditImport {
  applied: boolean;
  added: number;
  changed: number;
  faults: CellFault[];
}

/** 列入试点的一个地区。 */
export interface PilotAreaRow {
  id: string;
  kind: PilotAreaKind;
  regionCode: string;
  regionName: string;
}

/** 可以选作上级企业的机构。 */
export interface InstitutionRow {
  id: string;
  name: string;
  uscc: string;
  officeName: string;
  /** 已有企业以它为上级。 */
  subordinates: number;
}
