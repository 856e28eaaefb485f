import { newCalendar } from './calendar-draft';
import { weekWords } from './week.words';

test('days with the same hours are said together', () => {
  const { hours } = newCalendar();
  expect(weekWords(hours)).toBe('Mon–Fri 09:00–17:00');
  const part = { from: '10:00', to: '14:00' };
  const mixed = { ...hours, wednesday: [], saturday: [part], friday: [{ from: '09:00', to: '12:00' }, part] };
  expect(weekWords(mixed)).toBe(
    'Mon–Tue 09:00–17:00, Thu 09:00–17:00, Fri 09:00–12:00 and 10:00–14:00, Sat 10:00–14:00',
  );
});
