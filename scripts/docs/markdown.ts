/** 一张 Markdown 表；单元格里的竖线与换行写成无害的。 */
export function tableOf(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
  return [line(headers), `|${headers.map(() => "---").join("|")}|`, ...rows.map(line)].join("\n");
}

/** 生成的文档一律写明由什么生成，手改会被下一次覆盖。 */
export function page(title: string, source: string, body: readonly string[]): string {
  return [`# ${title}`, `> 由 \`npm run docs\` 从 ${source} 生成，请勿手改。`, ...body].join("\n\n") + "\n";
}
