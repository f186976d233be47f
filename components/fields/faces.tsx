import { lateIsland } from "@/components/ui/late-island";
import type { Json } from "@/lib/forms/answers";
import type { KindName, KindValues } from "@/lib/forms/kinds/values";
import { checkboxFace, multiSelectFace, radioFace, selectFace } from "./choice-faces";
import type { Face, FaceProps } from "./face";
import { LevelMatrix } from "./LevelMatrix";
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

// 只在少数页签里的两种：服务端照常画好，代码在页面能用之后才载入，别的页签不带
const PersonPicker = lateIsland<FaceProps<string>>("选择人员", () => import("./PersonPicker").then((module) => module.PersonPicker));
const EnterprisePicker = lateIsland<FaceProps<string>>("选择企业", () => import("./EnterprisePicker").then((module) => module.EnterprisePicker));

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
