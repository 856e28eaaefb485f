/** For how long similar calls may be allowed; the server takes at most 90 days. */
export const periods = {
  today: 'End of today',
  hour: '1 hour',
  week: '7 days',
  custom: 'Until…',
} as const;

export type Period = keyof typeof periods;

/** When a period that begins now ends; nothing for the one that the person chooses. */
export function endOf(period: Period, now: Date): string | null {
  const end = new Date(now);
  if (period === 'custom') return null;
  if (period === 'today') end.setHours(23, 59, 59, 0);
  if (period === 'hour') end.setHours(end.getHours() + 1);
  if (period === 'week') end.setDate(end.getDate() + 7);
  return end.toISOString();
}
