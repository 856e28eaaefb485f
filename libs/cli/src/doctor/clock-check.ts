import { type Finding, ok, warn } from './finding';

/** By how much another clock is ahead of this one, give or take. */
export interface ClockOffset {
  readonly aheadMs: number;
  readonly uncertaintyMs: number;
}

/** More than this and expired keys, codes from an app and tokens are judged wrongly by somebody. */
const MOST_MS = 5_000;

export function checkClock(whose: string, { aheadMs, uncertaintyMs }: ClockOffset): Finding {
  const check = `clock of ${whose}`;
  const sure = Math.max(0, Math.abs(aheadMs) - uncertaintyMs);
  const seconds = (Math.abs(aheadMs) / 1_000).toFixed(1);
  const where = aheadMs > 0 ? 'ahead of' : 'behind';
  if (sure <= MOST_MS) return ok(check, `It agrees with this machine's within ${MOST_MS / 1_000} s.`);
  return warn(
    check,
    `It is ${seconds} s ${where} this machine's.`,
    'Let both set their clocks by NTP, such as with chrony or systemd-timesyncd.',
  );
}
