import { type Hours, type Week, weekdays } from './calendar-draft';

/** The week in one line: "Mon–Fri 09:00–17:00, Sat 10:00–14:00". */
export function weekWords(week: { [Day in keyof Week]: readonly Hours[] }): string {
  const days = weekdays.map((day) => ({ name: short(day), hours: week[day].map(span).join(' and ') }));
  const runs: { first: string; last: string; hours: string }[] = [];
  for (const { name, hours } of days) {
    const run = runs.at(-1);
    if (run?.hours === hours) run.last = name;
    else runs.push({ first: name, last: name, hours });
  }
  return runs
    .filter(({ hours }) => hours !== '')
    .map(({ first, last, hours }) => `${first === last ? first : `${first}–${last}`} ${hours}`)
    .join(', ');
}

function short(day: string): string {
  return day.charAt(0).toUpperCase() + day.slice(1, 3);
}

function span({ from, to }: Hours): string {
  return `${from}–${to}`;
}
