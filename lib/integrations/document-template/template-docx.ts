import { AlignmentType, BorderStyle, Document, HeightRule, Packer, Paragraph, type ParagraphChild, Table, TableCell, TableRow, TextRun, VerticalAlign, WidthType } from "docx";
import type { TemplateDocument, TemplatePart } from "@/lib/licensing/templates";

/** 公文常用的字体；打开的电脑上没有时由 Word 自己代替。 */
const SERIF = { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia: "宋体" };
const BLACK_TYPE = { ascii: "Arial", hAnsi: "Arial", eastAsia: "黑体" };
const BODY = 24;
const SMALL = 18;
const ROW_HEIGHT = 460;
/** A4，左右各 2.8 厘米。 */
const page = { size: { width: 11_906, height: 16_838 }, margin: { top: 1_440, bottom: 1_440, left: 1_588, right: 1_588 } };
const TEXT_WIDTH = page.size.width - page.margin.left - page.margin.right;

/** 一份可填写、打印、签章的 Word 文书。 */
export async function templateDocx({ title, note, parts }: TemplateDocument): Promise<Buffer> {
  const document = new Document({
    title,
    styles: { default: { document: { run: { font: SERIF, size: BODY } } } },
    sections: [{ properties: { page }, children: [heading(title, 36, AlignmentType.CENTER), hint(note), ...parts.flatMap(blocks)] }],
  });
  return Packer.toBuffer(document);
}

type Block = Paragraph | Table;

function blocks(part: TemplatePart): Block[] {
  switch (part.kind) {
    case "heading":
      return [heading(part.text, 28)];
    case "paragraph":
      return [new Paragraph({ children: text(part.text), indent: { firstLine: BODY * 20 }, spacing: { line: 400, after: 80 }, alignment: AlignmentType.JUSTIFIED })];
    case "fields":
      return [grid(part.rows.map(({ label, value = "" }) => [label, value]), [2_600, TEXT_WIDTH - 2_600], 0), gap()];
    case "table":
      return [blankTable(part), gap()];
    case "signature":
      return part.lines.map((line, index) => new Paragraph({ children: text(line), indent: { left: Math.round(TEXT_WIDTH / 2) }, spacing: { before: index === 0 ? 480 : 240, line: 400 }, keepNext: index < part.lines.length - 1 }));
  }
}

const text = (content: string, size = BODY): ParagraphChild[] => [new TextRun({ text: content, size, font: SERIF })];
const gap = (): Paragraph => new Paragraph({ spacing: { after: 120 } });
const hint = (note: string): Paragraph => new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 240 }, children: [new TextRun({ text: `（${note}）`, size: SMALL, color: "595959", font: SERIF })] });

function heading(content: string, size: number, alignment?: (typeof AlignmentType)[keyof typeof AlignmentType]): Paragraph {
  return new Paragraph({ children: [new TextRun({ text: content, bold: true, size, font: BLACK_TYPE })], spacing: { before: 200, after: 160 }, keepNext: true, ...(alignment ? { alignment } : {}) });
}

function blankTable({ columns, blankRows, firstCells = [], rowMillimetres }: Extract<TemplatePart, { kind: "table" }>): Table {
  const width = Math.floor(TEXT_WIDTH / columns.length);
  const rows = Array.from({ length: blankRows }, (_, row) => columns.map((_column, at) => (at === 0 ? (firstCells[row] ?? "") : "")));
  const height = rowMillimetres === undefined ? ROW_HEIGHT : Math.round((rowMillimetres * 1_440) / 25.4);
  return grid([columns, ...rows], columns.map(() => width), 1, height);
}

/** 有框线的表；前 headRows 行是表头，跨页时重复。 */
function grid(rows: readonly (readonly string[])[], widths: readonly number[], headRows: number, rowHeight = ROW_HEIGHT): Table {
  const line = { style: BorderStyle.SINGLE, size: 4, color: "000000" };
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [...widths],
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: rows.map((cells, index) => new TableRow({
      tableHeader: index < headRows,
      cantSplit: true,
      height: { value: index < headRows ? ROW_HEIGHT : rowHeight, rule: HeightRule.ATLEAST },
      children: cells.map((content, column) => new TableCell({
        width: { size: widths[column] ?? 0, type: WidthType.DXA },
        verticalAlign: VerticalAlign.CENTER,
        margins: { left: 100, right: 100 },
        children: [new Paragraph({ children: text(content), ...(index < headRows ? { alignment: AlignmentType.CENTER } : {}) })],
      })),
    })),
  });
}
