/** One fault test: one figure that must be reached, and everything counted on the way. */
export interface Finding {
  figure: string;
  pass: boolean;
  detail: Record<string, number | string>;
}

export interface Fault {
  /** As quality.md numbers them: T1, T2 … */
  id: string;
  what: string;
  target: string;
  run: (scale: Scale) => Promise<Finding>;
}

/** How much: a short run is part of every test run, a full one has the counts of the quality table. */
export class Scale {
  constructor(readonly full: boolean) {}
  of(short: number, full: number): number {
    return this.full ? full : short;
  }
}

/** How often each value occurs. */
export function tally(values: readonly (string | number)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

/** Runs the work in so many lanes at once, in the order of the items. */
export async function inLanes<T>(lanes: number, items: readonly T[], work: (item: T, index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < items.length) {
      const index = next++;
      await work(items[index] as T, index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(lanes, items.length) }, lane));
}
