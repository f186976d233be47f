import type { AttachedFile, SectionAnswers } from "@/lib/forms/answers";

/**
 * 本次打开网站以来保存过的最新内容。浏览器「后退」会恢复旧的页面数据，
 * 以此补上，免得拿旧的底稿去保存，与自己冲突。
 */
interface SavedSection {
  revision: number;
  answers: SectionAnswers;
  savedAt: string;
}

const sections = new Map<string, Map<string, SavedSection>>();
const attachments = new Map<string, { from: readonly AttachedFile[]; files: readonly AttachedFile[] }>();

export function rememberSection(applicationId: string, section: string, saved: SavedSection): void {
  const known = sections.get(applicationId) ?? new Map<string, SavedSection>();
  known.set(section, saved);
  sections.set(applicationId, known);
}

/** 比页面带来的更新的那些页签。 */
export function newerSections(applicationId: string, revisions: Readonly<Record<string, number>>): [string, SavedSection][] {
  return [...(sections.get(applicationId) ?? [])].filter(([section, saved]) => saved.revision > (revisions[section] ?? 0));
}

/** 附件没有版次：页面带来的还是旧的那一份时，用记着的。 */
export function rememberFiles(applicationId: string, from: readonly AttachedFile[], files: readonly AttachedFile[]): void {
  attachments.set(applicationId, { from, files });
}

export function recallFiles(applicationId: string, given: readonly AttachedFile[]): readonly AttachedFile[] {
  const known = attachments.get(applicationId);
  return known && known.from === given ? known.files : given;
}
