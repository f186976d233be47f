import type { AttachedFile } from "./answers";

/** 附件按页签、行归堆，每份清单只归一次：一千人各三份扫描件也只走一遍。 */
const groups = new WeakMap<readonly AttachedFile[], Map<string, AttachedFile[]>>();

const placeKey = (section: string, row: string | undefined): string => JSON.stringify([section, row ?? null]);

function groupedBy(files: readonly AttachedFile[]): Map<string, AttachedFile[]> {
  const known = groups.get(files);
  if (known) return known;
  const grouped = new Map<string, AttachedFile[]>();
  for (const file of files) {
    const key = placeKey(file.section, file.row);
    const own = grouped.get(key);
    if (own) own.push(file);
    else grouped.set(key, [file]);
  }
  groups.set(files, grouped);
  return grouped;
}

/** 属于这个页签（row 为空）或这一行的附件。 */
export function filesAt(files: readonly AttachedFile[], section: string, row?: string): readonly AttachedFile[] {
  return groupedBy(files).get(placeKey(section, row)) ?? [];
}
