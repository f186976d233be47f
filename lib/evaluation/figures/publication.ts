/** 有效评价少于这么多条的不公示：条数太少，认得出是谁评的。 */
export const SMALLEST_GROUP = 5;
export const tooFewWords = `少于 ${SMALLEST_GROUP} 条不公示`;
/** 写在隐去的一组上：不说是它自己太少还是陪着隐去的，说了就多减得出一步。 */
export const withheldWord = "不公示";

/** 公示的一组：全国、一个机构、机构里的一个事项。下级之和等于本级。 */
export interface PublicationGroup {
  key: string;
  count: number;
  children: readonly PublicationGroup[];
}

/**
 * 哪些组可以公示。少于五条的隐去；本级公示时，从本级减去公示的下级，剩下的（被隐去的合计）也不得少于五条、
 * 不得只是一组，否则再隐去最小的一组。上级隐去的，下级一律隐去。
 */
export function publishedKeys(group: PublicationGroup): Set<string> {
  return new Set(group.count < SMALLEST_GROUP ? [] : publishedUnder(group));
}

function publishedUnder({ key, children }: PublicationGroup): string[] {
  const hidden = withheld(children);
  return [key, ...children.filter((child) => !hidden.has(child.key)).flatMap(publishedUnder)];
}

function withheld(children: readonly PublicationGroup[]): Set<string> {
  const bySize = children.toSorted((a, b) => a.count - b.count || (a.key < b.key ? -1 : 1));
  const hidden = bySize.filter(({ count }) => count < SMALLEST_GROUP);
  const open = bySize.filter(({ count }) => count >= SMALLEST_GROUP);
  const total = (): number => hidden.reduce((sum, { count }) => sum + count, 0);
  const people = (): number => hidden.filter(({ count }) => count > 0).length;
  while (total() > 0 && (total() < SMALLEST_GROUP || people() < 2)) {
    const next = open.shift();
    if (!next) break;
    hidden.push(next);
  }
  return new Set(hidden.map(({ key }) => key));
}
