/** Median milliseconds of `work`, repeated for at least `budget` milliseconds and three times. */
export function medianTime(work: () => unknown, budget = 1500): number {
  const times: number[] = [];
  const end = performance.now() + budget;
  while (times.length < 3 || performance.now() < end) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  return medianOf(times);
}

export function medianOf(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] as number;
}

/** Bytes of heap that `work` takes, with the garbage collector held off as far as a small run allows: the least of several runs. */
export function bytesOf(work: () => unknown): number {
  const runs = Array.from({ length: 9 }, () => {
    const before = process.memoryUsage().heapUsed;
    work();
    return process.memoryUsage().heapUsed - before;
  });
  return medianOf(runs.filter((bytes) => bytes >= 0));
}
