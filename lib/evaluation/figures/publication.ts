/** 有效评价少于这么多条的组、分母少于这么多的比率不公示：太少就认得出是谁评的。 */
export const SMALLEST_GROUP = 5;
export const tooFewWords = `少于 ${SMALLEST_GROUP} 条不公示`;
/** 比率的分母有的是件、有的是条。 */
export const tooFewBelow = `分母少于 ${SMALLEST_GROUP}，或能从合计里减出来`;
/** 写在隐去的一组上：不说是它自己太少还是陪着隐去的，说了就多减得出一步。 */
export const withheldWord = "不公示";

/** 公示的一组：全国、一个机构、机构里的一个事项。下级之和等于本级。 */
export interface PublicationGroup {
  key: string;
  count: number;
  /** 为别的缘故已经隐去。 */
  withheld?: boolean;
  children: readonly PublicationGroup[];
}

const isWithheld = ({ count, withheld }: PublicationGroup): boolean => withheld === true || count < SMALLEST_GROUP;

/**
 * 哪些组可以公示。少于五条的隐去；本级公示时，从本级减去公示的下级，剩下的（被隐去的合计）也不得少于五条、
 * 不得只是一组，否则再隐去最小的一组，没有可再隐去的就连本级一起。上级隐去的，下级一律隐去。
 */
export function publishedKeys(group: PublicationGroup): Set<string> {
  const root = guarded(group);
  return new Set(isWithheld(root) ? [] : publishedUnder(root));
}

/** 由下往上：下级怎样隐去都减得出来的，本级也隐去。 */
function guarded({ children, ...group }: PublicationGroup): PublicationGroup {
  const below = children.map(guarded);
  return { ...group, children: below, withheld: isWithheld({ ...group, children: below }) || isExposed(withheldAmong(below)) };
}

function publishedUnder({ key, children }: PublicationGroup): string[] {
  const hidden = new Set(withheldAmong(children));
  return [key, ...children.filter((child) => !hidden.has(child)).flatMap(publishedUnder)];
}

/** 从本级减去公示的下级，就得出了一组，或得出了少于五条的。 */
function isExposed(hidden: readonly PublicationGroup[]): boolean {
  const counts = hidden.map(({ count }) => count).filter((count) => count > 0);
  return counts.length > 0 && (counts.length < 2 || counts.reduce((sum, count) => sum + count, 0) < SMALLEST_GROUP);
}

function withheldAmong(children: readonly PublicationGroup[]): PublicationGroup[] {
  const bySize = children.toSorted((a, b) => a.count - b.count || (a.key < b.key ? -1 : 1));
  const hidden = bySize.filter(isWithheld);
  const open = bySize.filter((group) => !isWithheld(group));
  while (isExposed(hidden)) {
    const next = open.shift();
    if (!next) break;
    hidden.push(next);
  }
  return hidden;
}
