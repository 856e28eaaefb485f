const dayMinutes = 24 * 60;

/** An instant (`2026-01-31T13:30:00Z`) as the browser's date-and-time input takes it, in local time. */
export function toLocalDateTime(instant: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return '';
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

/** What the date-and-time input gives, as an instant in UTC; nothing when it is empty. */
export function fromLocalDateTime(local: string): string | undefined {
  const date = new Date(local);
  return local === '' || Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

/** A time with its offset (`14:30:00Z`) as the browser's time input takes it; `offset` is local minutes ahead of UTC. */
export function toLocalTime(time: string, offset: number): string {
  const parts = /^(\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?(?:(z)|([+-])(\d\d):(\d\d))?$/i.exec(time);
  if (!parts) return '';
  const [, hours, minutes, , sign, offsetHours = '0', offsetMinutes = '0'] = parts;
  const written = Number(hours) * 60 + Number(minutes);
  const ahead = (sign === '-' ? -1 : 1) * (Number(offsetHours) * 60 + Number(offsetMinutes));
  const local = (((written - ahead + offset) % dayMinutes) + dayMinutes) % dayMinutes;
  return `${two(Math.floor(local / 60))}:${two(local % 60)}`;
}

/** What the time input gives, with seconds and offset as the server asks for; nothing when it is empty. */
export function fromLocalTime(local: string, offset: number): string | undefined {
  if (!/^\d\d:\d\d/.test(local)) return undefined;
  const ahead = Math.abs(offset);
  const zone =
    offset === 0 ? 'Z' : `${offset < 0 ? '-' : '+'}${two(Math.floor(ahead / 60))}:${two(ahead % 60)}`;
  return `${local.slice(0, 5)}:00${zone}`;
}

/** Minutes that local time is ahead of UTC now. */
export function localOffset(): number {
  return 0 - new Date().getTimezoneOffset();
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
