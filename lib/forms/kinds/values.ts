/** 每种字段存什么；键即种类名，纯的一面与 React 的一面都须对每个键给出实现。 */
export interface KindValues {
  text: string;
  longText: string;
  select: string;
  radio: string;
  multiSelect: string[];
  checkbox: boolean;
  integer: string;
  decimal: string;
  date: string;
  month: string;
  mobile: string;
  phone: string;
  fixedLine: string;
  email: string;
  postalCode: string;
  residentId: string;
  identityNumber: string;
  uscc: string;
  region: string;
  levelMatrix: Record<string, string>;
  /** 名册上的一人，存身份证号码。 */
  person: string;
  /** 另一家企业，存统一社会信用代码；名称由上下文得出。 */
  enterprise: string;
}

export type KindName = keyof KindValues;
