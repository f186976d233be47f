/** One line of the table: a figure beside the floor measured in the same run, and what it has to reach. */
export interface Result {
  id: string;
  what: string;
  figure: string;
  floor: string;
  /** How many times as good as the floor: above 1 is better. */
  ratio: number;
  target: string;
  reach: Reach;
  pass: boolean;
  /** Everything measured, for the JSON line. */
  detail: Record<string, number | string>;
}

/** The one number the target speaks of and what it has to be: at least that much, or at most. The chart draws it. */
export interface Reach {
  value: number;
  wanted: number;
  unit: string;
  least: boolean;
}

export interface Times {
  p50: number;
  p95: number;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

export const round = (value: number, digits = 1): number => Number(value.toFixed(digits));

export const timesOf = (values: readonly number[]): Times => ({ p50: round(percentile(values, 0.5)), p95: round(percentile(values, 0.95)) });

/** Milliseconds of each of the runs, one after the other, without the first few. */
export async function timed(runs: number, warmUp: number, work: (run: number) => Promise<void>): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < runs + warmUp; run += 1) {
    const start = performance.now();
    await work(run);
    if (run >= warmUp) times.push(performance.now() - start);
  }
  return times;
}

export interface Throughput extends Times {
  perSecond: number;
}

type Work = (worker: number) => Promise<void>;

/** Runs `work` from so many workers at once for so many seconds; how often a second it was done. */
async function drive(workers: number, seconds: number, work: Work, times: number[]): Promise<number> {
  const [began, before] = [performance.now(), times.length];
  const end = began + seconds * 1000;
  const busy = async (worker: number): Promise<void> => {
    while (performance.now() < end) {
      const start = performance.now();
      await work(worker);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: workers }, (_, worker) => busy(worker)));
  return ((times.length - before) / (performance.now() - began)) * 1000;
}

/**
 * The floor and the service by turns in short slices, so that whatever else the machine does slows both alike; the ratio
 * is the median over the pairs of slices. `work` knows which worker it is.
 */
export async function compare(works: { floor: Work; service: Work }, { workers = 16, pairs = 15, seconds = 0.7 } = {}): Promise<{ floor: Throughput; service: Throughput; ratio: number }> {
  const times = { floor: [] as number[], service: [] as number[] };
  const rates = { floor: [] as number[], service: [] as number[] };
  for (const name of ["floor", "service"] as const) await drive(workers, 2, works[name], []);
  for (let pair = 0; pair < pairs; pair += 1) {
    for (const name of pair % 2 ? (["service", "floor"] as const) : (["floor", "service"] as const)) {
      rates[name].push(await drive(workers, seconds, works[name], times[name]));
    }
  }
  const summary = (name: "floor" | "service"): Throughput => ({ perSecond: round(percentile(rates[name], 0.5)), ...timesOf(times[name]) });
  const ratios = rates.service.map((rate, pair) => rate / (rates.floor[pair] ?? rate));
  return { floor: summary("floor"), service: summary("service"), ratio: round(percentile(ratios, 0.5), 2) };
}

export type Compared = Awaited<ReturnType<typeof compare>>;

/** The line of a figure that is so many times its floor. */
export function comparedResult(id: string, what: string, least: number, floorName: string, { floor, service, ratio }: Compared, more: Record<string, number> = {}): Result {
  return {
    id, what, figure: `${service.perSecond} 次每秒，p50 ${service.p50} 毫秒`, floor: `${floorName} ${floor.perSecond} 次每秒`, ratio,
    target: `≥ ${least} ×`, reach: { value: ratio, wanted: least, unit: "×", least: true }, pass: ratio >= least,
    detail: { ...more, perSecond: service.perSecond, floorPerSecond: floor.perSecond, p50: service.p50, p95: service.p95, floorP50: floor.p50, floorP95: floor.p95 },
  };
}

const HEAD = ["", "项目", "实测", "底线", "比", "要求", ""];

/** The table people read, then one JSON line each. */
export function describe(results: readonly Result[]): string {
  const width = (text: string): number => [...text].reduce((sum, character) => sum + (character > "\u2e80" ? 2 : 1), 0);
  const pad = (text: string, to: number): string => text + " ".repeat(Math.max(0, to - width(text)));
  const columns = [HEAD, ...results.map(({ id, what, figure, floor, ratio, target, pass }) => [id, what, figure, floor, `${ratio} ×`, target, pass ? "✓" : "✗"])];
  const widths = HEAD.map((_, index) => Math.max(...columns.map((row) => width(row[index] ?? ""))));
  const table = columns.map((row) => row.map((cell, index) => pad(cell, widths[index] ?? 0)).join("  ").trimEnd());
  const lines = results.map(({ id, what, ratio, target, pass, detail }) => JSON.stringify({ bench: id, what, pass, ratio, target, ...detail }));
  return ["", ...table, "", ...lines].join("\n");
}
