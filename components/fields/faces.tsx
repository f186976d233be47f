import type { Json } from "@/lib/forms/answers";
import type { KindName, KindValues } from "@/lib/forms/kinds/values";
import { checkboxFace, multiSelectFace, radioFace, selectFace } from "./choice-faces";
import { EnterprisePicker } from "./EnterprisePicker";
import type { Face } from "./face";
import { LevelMatrix } from "./LevelMatrix";
import { PersonPicker } from "./PersonPicker";
import { RegionPicker } from "./RegionPicker";
import {
  codeFace,
  dateFace,
  decimalFace,
  digitsFace,
  emailFace,
  integerFace,
  longTextFace,
  monthFace,
  PlainDisplay,
  telephoneFace,
  textFace,
} from "./text-faces";

/** 全部字段种类的 React 一面；缺一个键就不能编译，与 lib/forms/kinds 的纯的一面一一对应。 */
export const faces = {
  text: textFace,
  longText: longTextFace,
  select: selectFace,
  radio: radioFace,
  multiSelect: multiSelectFace,
  checkbox: checkboxFace,
  integer: integerFace,
  decimal: decimalFace,
  date: dateFace,
  month: monthFace,
  mobile: telephoneFace,
  phone: telephoneFace,
  fixedLine: telephoneFace,
  email: emailFace,
  postalCode: digitsFace,
  residentId: codeFace,
  identityNumber: codeFace,
  uscc: codeFace,
  region: { group: "checkbox", width: "full", Input: RegionPicker, Display: PlainDisplay },
  levelMatrix: { group: "checkbox", width: "full", Input: LevelMatrix, Display: PlainDisplay },
  person: { group: "checkbox", width: "full", Input: PersonPicker, Display: PlainDisplay },
  enterprise: { width: "full", Input: EnterprisePicker, Display: PlainDisplay },
} satisfies { [K in KindName]: Face<KindValues[K]> };

/** 引擎以外的代码只见 Json；值的形状由纯的一面先核过。 */
export function faceOf(field: { kind: KindName }): Face<Json> {
  return faces[field.kind] as unknown as Face<Json>;
}
