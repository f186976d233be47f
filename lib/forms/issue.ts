/** 一处不符：指到页签、行、字段或附件，绝不用下标。 */
export interface Issue {
  section: string;
  table?: string;
  row?: string;
  field?: string;
  slot?: string;
  message: string;
  severity: "blocking" | "warning";
  /** 未填与填错分开：目录上一个是「填写中」，一个是「有问题」。 */
  nature: "missing" | "wrong";
  rule?: string;
  need?: string;
  present?: string;
}

/** 规则的结论，符合的也说，资料审核与自动核验共用。 */
export interface Finding extends Issue {
  label: string;
  met: boolean;
}

/** 页面元素的 id：错误摘要的链接与字段共用，保证每条都能落到位。 */
export function anchorOf(place: { table?: string; row?: string; field?: string; slot?: string }): string {
  return ["at", place.table, place.row, place.field ?? place.slot].filter(Boolean).join("-");
}
