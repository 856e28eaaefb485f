/** A moment by the clock of the reader, who is told which one that is: "3 Mar 2027, 10:30 CET". Seconds where it has some. */
export function momentWords(at: string, timeZone?: string): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  const withSeconds = date.getUTCSeconds() !== 0 || date.getUTCMilliseconds() !== 0;
  return new Intl.DateTimeFormat(undefined, {
    ...{ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
    ...(withSeconds ? { second: '2-digit' } : {}),
    ...(timeZone === undefined ? {} : { timeZone }),
    timeZoneName: 'short',
  }).format(date);
}
