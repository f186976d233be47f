/** 模板的一段；文字里的 {键} 由登记事实预填，键与 lib/enterprise/particulars.ts 相同，另有 {scope} 申请内容。 */
export type TemplatePart =
  | { kind: "paragraph"; text: string }
  | { kind: "heading"; text: string }
  /** 两栏表：左边是项目，右边预填或留空。 */
  | { kind: "fields"; rows: readonly { label: string; value?: string }[] }
  /** 要逐行填写的表；firstCells 是每行已经写好的第一格，rowMillimetres 是要贴东西的行高。 */
  | { kind: "table"; columns: readonly string[]; blankRows: number; firstCells?: readonly string[]; rowMillimetres?: number }
  /** 签字盖章，一行一项，右对齐。 */
  | { kind: "signature"; lines: readonly string[] };

/** 一份可下载、填写后签字盖章上传的文书。 */
export interface TemplateDocument {
  title: string;
  /** 下载后的文件名，不带扩展名。 */
  fileName: string;
  /** 填写前要看的一句话。 */
  note: string;
  parts: readonly TemplatePart[];
}

export const paragraph = (text: string): TemplatePart => ({ kind: "paragraph", text });
export const heading = (text: string): TemplatePart => ({ kind: "heading", text });

/** 申请单位的几行，每份文书开头都有。 */
export const applicantRows: TemplatePart = {
  kind: "fields",
  rows: [
    { label: "单位名称", value: "{unitName}" },
    { label: "统一社会信用代码", value: "{uscc}" },
    { label: "住所", value: "{domicile}" },
    { label: "法定代表人", value: "{legalRep}" },
  ],
};

export const signedByUnit: TemplatePart = { kind: "signature", lines: ["申请单位（盖章）：{unitName}", "法定代表人（签字）：", "日期：    年    月    日"] };
