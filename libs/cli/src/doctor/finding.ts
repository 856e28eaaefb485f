/** What the doctor says of one thing. */
export interface Finding {
  readonly check: string;
  readonly state: 'ok' | 'warn' | 'fail' | 'skipped';
  readonly message: string;
  /** One sentence: what to do about it. */
  readonly repair?: string;
}

export const ok = (check: string, message: string): Finding => ({ check, state: 'ok', message });
export const skipped = (check: string, message: string): Finding => ({ check, state: 'skipped', message });
export const warn = (check: string, message: string, repair: string): Finding => ({
  ...{ check, state: 'warn', message, repair },
});
export const fail = (check: string, message: string, repair: string): Finding => ({
  ...{ check, state: 'fail', message, repair },
});
