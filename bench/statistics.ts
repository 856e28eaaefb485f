/** The value below which `share` (0 to 1) of the values lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** Runs `total` pieces of work by `clients` at once; answers how many were done per second. */
export async function perSecond(total: number, clients: number, work: () => Promise<void>): Promise<number> {
  let left = total;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (left-- > 0) await work();
    }),
  );
  return total / ((performance.now() - started) / 1_000);
}

/** How long each of `total` pieces of work took, one after the other, in milliseconds. */
export async function latencies(total: number, work: () => Promise<number>): Promise<number[]> {
  const values: number[] = [];
  for (let done = 0; done < total; done += 1) values.push(await work());
  return values;
}
