import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** How much garbage may gather beside what is in use, in percent of it, before V8 collects all. */
const GARBAGE_PERCENT = 50;
/** The start is over by then: collecting takes some 0.1 s. */
const AFTER_MS = 5_000;

/**
 * Keeps a long-lived server's heap near what it uses. V8 would let garbage that has outlived the young generation gather to
 * hundreds of megabytes before it first collects all, and to up to four times what is in use from then on.
 * docs/adr/0065 has what it saves and costs. A later V8 that does not know the flag goes on as it would without.
 */
export function keepHeapLean(afterMs = AFTER_MS): void {
  setFlagsFromString(`--heap-growing-percent=${GARBAGE_PERCENT}`);
  // The share counts from the first time that all was collected.
  setTimeout(collect, afterMs).unref();
}

function collect(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  setFlagsFromString('--no-expose-gc');
}
