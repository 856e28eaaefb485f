import type { SendResult } from '../channels/notification-channel';

/** What the server has against us rather than against the mail: it may be put right. */
const OURS = [530, 534, 535, 538];

/** Whether it may be tried again: not what the server refuses for good. */
export function problemOf(error: unknown): SendResult {
  const { responseCode, code, message } = error as { responseCode?: number; code?: string; message?: string };
  const problem =
    responseCode === undefined ? `${code ?? 'unknown'}: ${message ?? ''}` : `SMTP ${responseCode}`;
  const isRefused = responseCode !== undefined && responseCode >= 500 && !OURS.includes(responseCode);
  return { outcome: isRefused ? 'dead' : 'retry', problem };
}

/** The address in `Name <address>`. */
export function addressIn(text: string): string {
  return /<([^<>]*)>\s*$/.exec(text)?.[1] ?? text.trim();
}
