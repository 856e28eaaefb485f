interface Period {
  from: string;
  until: string;
}

const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** From when to when, as a person reads it: whole days without the time. */
export function periodWords({ from, until }: Period): string {
  const [first, back] = [new Date(from), new Date(until)];
  if (!isMidnight(first) || !isMidnight(back)) return `${moment.format(first)} to ${moment.format(back)}`;
  const last = new Date(back);
  last.setDate(last.getDate() - 1);
  const [begin, end] = [day.format(first), day.format(last)];
  return begin === end ? begin : `${begin} to ${end}`;
}

export function goesOn({ from, until }: Period, now: Date): boolean {
  return new Date(from) <= now && now < new Date(until);
}

/** What two date fields say, as moments: the last day is away too, by the clock of whoever plans. */
export function wholeDays(first: string, last: string): { from: string; until: string } | null {
  const [from, until] = [new Date(`${first}T00:00`), new Date(`${last}T00:00`)];
  if (Number.isNaN(from.getTime()) || Number.isNaN(until.getTime())) return null;
  until.setDate(until.getDate() + 1);
  return { from: from.toISOString(), until: until.toISOString() };
}

function isMidnight(date: Date): boolean {
  return date.getHours() === 0 && date.getMinutes() === 0;
}
