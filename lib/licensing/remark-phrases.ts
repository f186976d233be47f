/** 意见的常用语：点一下填入，可以再改。 */
export const remarkPhrases = {
  field: ["与附件不一致，请核对", "填写有误，请更正", "请补充填写完整"],
  slot: ["扫描件不清晰，请重新上传", "缺少盖章页，请补充", "与填写内容不一致，请核对", "证件已过有效期，请更换"],
  row: ["证书与人员不一致，请核对", "社会保险缴纳证明不全，请补充", "与其他人员重复，请核对"],
  section: ["材料不齐全，请补充", "请核对本页全部内容"],
} as const satisfies Record<string, readonly string[]>;

/** 按意见所指的地方取常用语。 */
export function phrasesFor(place: { field?: string; slot?: string; rowId?: string }): readonly string[] {
  if (place.slot) return remarkPhrases.slot;
  if (place.field) return remarkPhrases.field;
  return place.rowId ? remarkPhrases.row : remarkPhrases.section;
}
