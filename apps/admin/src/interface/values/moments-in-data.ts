import { momentWords } from '../../time/moment.words';

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const day = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * A date of somebody's data as the reader writes it; null for what is none. A moment is by the reader's clock, which is
 * named; a day is the same everywhere. A time without a zone stays as it is: nobody knows which one is meant.
 */
export function dateWords(text: string, timeZone?: string): string | null {
  if (moment.test(text)) return Number.isNaN(Date.parse(text)) ? null : momentWords(text, timeZone);
  const [, year, month, date] = day.exec(text) ?? [];
  if (year === undefined) return null;
  const midnight = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)));
  // 31 February would be read as a day of March.
  if (midnight.getUTCMonth() !== Number(month) - 1) return null;
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' }).format(midnight);
}
