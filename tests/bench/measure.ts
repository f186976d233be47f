/** One line of the table: a figure beside its target. */
export interface Result {
  id: string;
  what: string;
  figure: string;
  target: string;
  pass: boolean;
  /** Everything measured, for the JSON line. */
  detail: Record<string, number | string>;
}

export interface Throughput {
  perSecond: number;
  p50: number;
  p95: number;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

export const round = (value: number, digits = 1): number => Number(value.toFixed(digits));

/** Runs `work` from `workers` at once for so many seconds; `work` knows which worker it is. */
export async function throughput(workers: number, seconds: number, work: (worker: number) => Promise<void>): Promise<Throughput> {
  const times: number[] = [];
  const end = performance.now() + seconds * 1000;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: workers }, async (_, worker) => {
      while (performance.now() < end) {
        const start = performance.now();
        await work(worker);
        times.push(performance.now() - start);
      }
    }),
  );
  const elapsed = (performance.now() - began) / 1000;
  return { perSecond: round(times.length / elapsed), p50: round(percentile(times, 0.5)), p95: round(percentile(times, 0.95)) };
}

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

/** The table people read, then one JSON line each. */
export function describe(results: readonly Result[]): string {
  const width = (text: string): number => [...text].reduce((sum, character) => sum + (character > "\u2e80" ? 2 : 1), 0);
  const pad = (text: string, to: number): string => text + " ".repeat(Math.max(0, to - width(text)));
  const columns = results.map(({ id, what, figure, target, pass }) => [id, what, figure, target, pass ? "✓" : "✗"]);
  const widths = [0, 1, 2, 3, 4].map((index) => Math.max(...columns.map((row) => width(row[index] ?? ""))));
  const table = columns.map((row) => row.map((cell, index) => pad(cell, widths[index] ?? 0)).join("  ").trimEnd());
  const lines = results.map(({ id, pass, target, detail }) => JSON.stringify({ bench: id, pass, target, ...detail }));
  return ["", ...table, "", ...lines].join("\n");
}
