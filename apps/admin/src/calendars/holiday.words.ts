interface Holiday {
  date: string;
  name: string;
  closedFromMinute: number;
}

/** Such as "Fri 26 Mar: Karfreitag" or "Thu 24 Dec: Aðfangadagur (from 13:00)". */
export function holidayWords({ date, name, closedFromMinute }: Holiday): string {
  // The day itself has no time zone; noon in UTC is the same date wherever it is written as UTC.
  const day = new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(new Date(`${date}T12:00:00Z`));
  const two = (value: number) => String(value).padStart(2, '0');
  const from = `${two(Math.floor(closedFromMinute / 60))}:${two(closedFromMinute % 60)}`;
  return closedFromMinute === 0 ? `${day}: ${name}` : `${day}: ${name} (from ${from})`;
}
