import type { OptionMap } from "./option-map";

/** 工程电压等级, highest first; dc = direct current. */
export const voltageClasses = {
  ac1000: "1000千伏",
  dc1100: "±1100千伏",
  dc800: "±800千伏",
  ac750: "750千伏",
  dc660: "±660千伏",
  ac500: "500千伏",
  dc500: "±500千伏",
  dc400: "±400千伏",
  ac330: "330千伏",
  ac220: "220千伏",
  ac110: "110千伏",
  ac66: "66千伏",
  ac35: "35千伏",
  ac20: "20千伏",
  ac10: "10千伏",
  ac6: "6千伏",
  ac0_4: "0.4千伏",
} as const satisfies OptionMap;

/** 工程类别. */
export const projectKinds = {
  substation: "变电（换流）站工程",
  distribution: "配电工程",
  overheadLine: "架空线路工程",
  cableLine: "电缆线路工程",
  other: "其他电力设施",
} as const satisfies OptionMap;

export type ProjectKindCode = keyof typeof projectKinds;

/** Units of measure of a project. */
export const unitsOfMeasure = {
  station: "座",
  set: "台",
  kilometre: "公里",
  circuit: "回",
  item: "项",
} as const satisfies OptionMap;

/** 工程质量; 不合格 does not count. */
export const projectQualities = {
  qualified: "合格",
  good: "优良",
  unqualified: "不合格",
} as const satisfies OptionMap;
