/** 一个页签在案件页上的位置；别的页面也由此通到那里。 */
export const sectionAnchor = (section: string): string => `section-${section}`;
