import { momentWords } from './moment.words';

test.each([
  ['2027-03-03T09:30:00Z', 'UTC', /2027.*9:30.*UTC/],
  ['2027-03-03T09:30:00Z', 'Asia/Tokyo', /2027.*6:30.*GMT\+9/],
  ['2027-03-03T09:30:05+01:00', 'UTC', /8:30:05/],
])('%s in %s names the zone', (at, zone, text) => expect(momentWords(at, zone)).toMatch(text));

test('what is no moment stays as it is', () => expect(momentWords('soon')).toBe('soon'));
