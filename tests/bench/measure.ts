export type Work = (turn: number) => Promise<unknown>;

/** One line of the result: how much slower than the floor, at worst, and what is allowed. */
export type Line = { what: string; floor: string; ours: string; ratio: number; limit: number };

const RUNS = 3;
const CONCURRENCIES = [1, 10, 20];

/**
 * Measures the floor and our work in turns, so that both see the same machine: p95 at each concurrency, median of three
 * runs. @returns a line per concurrency
 */
export async function compare(
  what: string,
  limit: number,
  floor: Work,
  ours: Work,
  seconds = 3,
): Promise<Line[]> {
  const lines: Line[] = [];
  for (const concurrency of CONCURRENCIES) {
    const taken: { floor: number[]; ours: number[] } = { floor: [], ours: [] };
    await Promise.all([floor(0), ours(0)]);
    for (let run = 0; run < RUNS; run++) {
      taken.floor.push(p95(await load(concurrency, seconds, floor)));
      taken.ours.push(p95(await load(concurrency, seconds, ours)));
    }
    const [base, own] = [median(taken.floor), median(taken.ours)];
    lines.push({
      what: `${what}, ${concurrency} at once`,
      floor: `${base.toFixed(1)} ms`,
      ours: `${own.toFixed(1)} ms`,
      ratio: own / base,
      limit,
    });
  }
  return lines;
}

/** Milliseconds of each piece of work that so many workers do, one after the other, in so many seconds. */
async function load(workers: number, seconds: number, work: Work): Promise<number[]> {
  const times: number[] = [];
  const end = performance.now() + seconds * 1000;
  let turn = 0;
  const worker = async () => {
    while (performance.now() < end) {
      const start = performance.now();
      await work(turn++);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: workers }, worker));
  return times;
}

export function p95(times: number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? Number.NaN;
}

export const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
