import { useState } from 'react';
import { announce } from '../interface/announcer';
import { type ApiError, readApiError } from '../errors/api-error';

export interface Save {
  busy: boolean;
  /** What the server had against it; null while nothing was refused. */
  refused: ApiError | null;
  /** What was saved last, in words; null once something else is said. */
  saved: string | null;
  /** Sends a change; resolves to whether it was taken. */
  run: (send: () => Promise<unknown>, done: string) => Promise<boolean>;
  forget: () => void;
}

/** Sends changes one at a time, and keeps what the last one was refused for. */
export function useSave(): Save {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<ApiError | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const run = async (send: () => Promise<unknown>, done: string): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    setRefused(null);
    setSaved(null);
    try {
      await send();
      announce(done);
      setSaved(done);
      return true;
    } catch (error) {
      setRefused(readApiError(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  const forget = (): void => {
    setRefused(null);
    setSaved(null);
  };
  return { busy, refused, saved, run, forget };
}
