import { useState } from 'react';
import { failureText } from './auth-api';

export interface Attempt {
  busy: boolean;
  error: string | null;
  /** Runs one step at a time; undefined where it failed. */
  run: <T>(work: () => Promise<T>) => Promise<T | undefined>;
}

/** A step of signing in that may fail. */
export function useAttempt(): Attempt {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const run = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    setBusy(true);
    setError(null);
    try {
      return await work();
    } catch (failure) {
      setError(failureText(failure));
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, run };
}
